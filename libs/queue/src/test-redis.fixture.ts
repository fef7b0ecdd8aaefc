import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Debian's redis-server (package redis-server) on a port of its own, without a file on disk. It can be stopped and started again. */
export async function testRedis() {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'inpage-redis-'));
  let server: ChildProcess | undefined;
  const url = `redis://127.0.0.1:${port}`;
  const kill = () => server?.kill('SIGKILL');
  process.once('exit', kill);

  async function ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(url, { maxRetriesPerRequest: 0, lazyConnect: true, retryStrategy: () => null });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }

  async function start(): Promise<void> {
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
      { stdio: 'ignore' },
    );
    await Promise.race([
      once(server, 'spawn'),
      once(server, 'error').then(([error]) => Promise.reject(error as Error)),
    ]);
    for (;;) {
      if (server.exitCode !== null) throw new Error(`redis-server ended with ${server.exitCode}`);
      if (await ask((redis) => redis.ping()).catch(() => undefined)) return;
      await sleep(20);
    }
  }

  /** As a crash does: nothing is said to anybody, and everything in it is gone. */
  async function die(): Promise<void> {
    const ended = once(server!, 'exit');
    kill();
    await ended;
  }

  await start();
  return {
    ...{ url, start, die },
    flush: () => ask((redis) => redis.flushall()),
    clients: () => ask(async (redis) => ((await redis.client('LIST')) as string).trim().split('\n').length - 1),
    async stop() {
      process.removeListener('exit', kill);
      if (server?.exitCode === null && server.signalCode === null) await die();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type TestRedis = Awaited<ReturnType<typeof testRedis>>;
