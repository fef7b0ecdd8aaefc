import type { FastifyInstance } from 'fastify';
import { ERRORS, type Refusal } from '@inpage/core';
import type { Metrics } from './metrics.js';

/** Named checks that have to pass before this process takes traffic. A check throws when it fails. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<void>>>;

/** Refuses whoever may not read the metrics; given the Authorization header. */
export type MetricsGuard = (authorization: string | undefined) => Promise<void>;

/**
 * `/health/live`, `/health/ready` and the pages `/problems/<code>`, which answer without a credential, and `/metrics`, which
 * tells how many machines crash and asks for one.
 */
export async function registerHealth(
  fastify: FastifyInstance,
  metrics: Metrics,
  checks: ReadinessChecks,
  guard: MetricsGuard,
): Promise<void> {
  fastify.get('/health/live', () => ({ status: 'live' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await passes(check)] as const),
    );
    const ready = results.every(([, passed]) => passed);
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not-ready', checks: Object.fromEntries(results) });
  });
  fastify.get('/metrics', async (request, reply) => {
    await guard(request.headers.authorization);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  fastify.get<{ Params: { code: string } }>('/problems/:code', async (request, reply) => {
    const refusal: Refusal | undefined = Object.hasOwn(ERRORS, request.params.code)
      ? ERRORS[request.params.code as keyof typeof ERRORS]
      : undefined;
    if (refusal === undefined) return reply.code(404).type('text/plain; charset=utf-8').send('No such problem.\n');
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${request.params.code} (${refusal.status})\n${refusal.title}.\n\n${refusal.advice}\n`);
  });
}

async function passes(check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}
