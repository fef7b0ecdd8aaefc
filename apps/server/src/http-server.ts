import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@inpage/core';
import { PROBLEM_TYPE, problemOf, sendProblem, type Config, type Logger } from '@inpage/platform';

const MB = 1024 * 1024;

/** What browsers are told about every answer. The pages need nothing from outside, so nothing from outside may run in them. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
} as const;

/** The HTTP server of this process, with its time limits and its answers to requests that are none. */
export function httpAdapter(config: Config, log: Logger): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: MB,
    requestTimeout: config.INPAGE_BODY_TIMEOUT_S * 1000,
    http: { connectionsCheckingInterval: 1000, headersTimeout: config.INPAGE_BODY_TIMEOUT_S * 1000 },
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    trustProxy: config.INPAGE_TRUSTED_PROXIES?.split(',').map((address) => address.trim()) ?? false,
    clientErrorHandler,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(log, request, reply, error),
  } as never);
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.addHook('onRequest', (request, reply, done) => {
    // Agents are no browsers, and their route is the hot one.
    if (!request.raw.url!.startsWith('/v1/')) void reply.headers(SECURITY_HEADERS);
    done();
  });
  return adapter;
}

/** The request never became one: too slow, or not HTTP. */
function clientErrorHandler(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const code = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'body-timeout' : 'request-invalid';
  const { status, body } = problemOf(new AppError(code), randomUUID());
  const text = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} ${code}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  );
}
