import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '@inpage/core';

const BUILT = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const DAY_S = 86_400;

/** The dashboard: its files, and its page for every address that belongs to nobody else. */
export async function registerWeb(fastify: FastifyInstance): Promise<boolean> {
  if (!existsSync(`${BUILT}index.html`)) return false;
  await fastify.register(fastifyStatic, { root: BUILT, serve: false });
  fastify.get('/assets/*', (request, reply) => {
    const file = (request.params as { '*': string })['*'];
    return reply.sendFile(`assets/${file}`, { maxAge: 365 * DAY_S * 1000, immutable: true });
  });
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    if (/^\/(api|v1|health|metrics|problems)(\/|$)/.test(path)) throw new AppError('route-not-found', `There is nothing at ${path}.`);
    const file = path.slice(1);
    const isFile = /^[\w-]+\.(css|svg|png|ico|js|json|txt|webmanifest)$/.test(file);
    return reply.sendFile(isFile ? file : 'index.html', { maxAge: 0, cacheControl: true });
  });
  return true;
}
