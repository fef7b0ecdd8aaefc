import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { AppError } from '@inpage/core';

const BUILT = fileURLToPath(new URL('../../web/dist/', import.meta.url));
const YEAR_MS = 365 * 86_400_000;

/** Addresses that are not the dashboard's, whether they exist or not. */
const OTHERS = /^\/(api|v1|health|metrics|problems)(\/|$)/;
const FILE = /^[\w-]+\.(css|svg|png|ico|js|json|txt|webmanifest)$/;

/** The dashboard: its files, and its page for every address that belongs to nobody else. False when it was not built. */
export async function registerWeb(fastify: FastifyInstance): Promise<boolean> {
  if (!existsSync(`${BUILT}index.html`)) return false;
  await fastify.register(async (web) => {
    await web.register(fastifyCompress, { encodings: ['br', 'gzip'] });
    await web.register(fastifyStatic, { root: BUILT, serve: false });
    web.get('/assets/*', (request, reply) =>
      // Their names carry a hash of their content.
      reply.sendFile(`assets/${(request.params as { '*': string })['*']}`, { maxAge: YEAR_MS, immutable: true }),
    );
    web.get('/*', (request, reply) => {
      const path = request.url.split('?', 1)[0]!;
      if (OTHERS.test(path)) throw new AppError('route-not-found', `There is nothing at ${path}.`);
      return reply.sendFile(FILE.test(path.slice(1)) ? path.slice(1) : 'index.html', { maxAge: 0 });
    });
  });
  return true;
}
