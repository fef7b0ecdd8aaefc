import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** Stands for "whatever it is" between the router and the parser below; nobody sends it. */
const UNREAD = 'application/vnd.inpage.unread';

/**
 * Leaves the body of one route as the stream that it is, whatever its content type. So it is read by the handler, after the
 * guard: nobody fills the memory of this server without a credential. Made before the routes are, because Fastify asks once.
 */
@Injectable()
export class UnreadBodies {
  readonly #fastify: FastifyInstance;

  constructor(@Inject(HttpAdapterHost) { httpAdapter }: HttpAdapterHost) {
    this.#fastify = httpAdapter.getInstance<FastifyInstance>();
    this.#fastify.addContentTypeParser(UNREAD, (_request, payload, done) => done(null, payload));
  }

  /** For the route at this path. Must be called before it is registered. */
  at(method: string, path: string): void {
    this.#fastify.addHook('onRoute', (route) => {
      if (route.url !== path || ![route.method].flat().includes(method)) return;
      route.preParsing = [route.preParsing ?? []].flat().concat((request, _reply, payload, done) => {
        request.sentContentType = request.headers['content-type'];
        request.headers['content-type'] = UNREAD;
        done(null, payload);
      });
    });
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Of a body that was left unread: its content type as the caller has it. */
    sentContentType?: string;
  }
}
