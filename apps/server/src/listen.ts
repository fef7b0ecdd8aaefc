import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import type { Config } from '@inpage/platform';
import { StartRefused } from './start-refused.js';

/** Listens, or says in one sentence why not. Returns the address as people type it. */
export async function listen(
  app: NestFastifyApplication,
  { INPAGE_HOST: host, INPAGE_PORT: port }: Config,
): Promise<string> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    throw new StartRefused(sentence((cause as NodeJS.ErrnoException).code, host, port), { cause });
  }
  const { port: taken } = app.getHttpServer().address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${taken}`;
}

function sentence(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Set INPAGE_PORT to a free one, or to 0 for any.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}. Set INPAGE_PORT to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Set INPAGE_HOST to one it has.`;
  return `Listening on ${host}:${port} failed (${code ?? 'no code'}).`;
}
