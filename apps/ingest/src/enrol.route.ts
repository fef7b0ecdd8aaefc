import type { FastifyInstance } from 'fastify';
import { enrolRequest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import type { Enrol } from '@inpage/fleet';
import type { BearerCheck } from './bearer-check.js';

const MAX_BODY_BYTES = 4096;

/** `POST /v1/enrol`: an enrolment key in, a machine's own credential out. */
export function registerEnrolRoute(fastify: FastifyInstance, enrol: Enrol, bearer: BearerCheck): void {
  fastify.route({
    method: 'POST',
    url: '/v1/enrol',
    bodyLimit: MAX_BODY_BYTES,
    onRequest: async (request) => {
      request.credential = await bearer.check(request.headers.authorization);
    },
    handler: async (request, reply) => {
      const body = enrolRequest.safeParse(request.body);
      if (!body.success) {
        const issue = body.error.issues[0]!;
        throw new AppError('request-invalid', `${issue.path.join('.') || 'body'}: ${issue.message}`);
      }
      return reply.code(201).send(await enrol.run(request.credential!, body.data));
    },
  });
}
