import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { CLEAN, digested, ledger } from './harness/ledger.js';
import { Load } from './harness/load.js';
import { connectionOf } from './harness/postmaster.js';
import { eventually } from './harness/process-life.js';
import { hasRedis, Redis } from './harness/redis.js';
import { freePort, startServer } from './harness/server-process.js';

const statusOf = async (url: string): Promise<number> =>
  (await fetch(url, { signal: AbortSignal.timeout(5_000) })).status;

describe.skipIf(!hasRedis)(
  `the queue on Redis${hasRedis ? '' : ' (skipped: /usr/bin/redis-server is not installed)'}`,
  () => {
    it('may lose everything in mid-flight, and Redis itself, while nothing acknowledged is lost', async () => {
      const dataFolder = join(temporaryFolder(), 'data');
      const redis = await new Redis(await freePort()).start();
      const server = await startServer({ dataFolder, env: { REDIS_URL: redis.url } });
      expect(server.output).toContain('queue                 Redis');
      const load = new Load({ url: server.url, key: server.key, pauseMs: 10 });
      for (let i = 0; i < 10; i++) {
        expect(await redis.tell('FLUSHALL')).toMatch(/^\+OK/);
        await load.taken(3);
      }
      await redis.kill();
      await load.taken(10);
      expect(await statusOf(`${server.url}/health/ready`)).toBe(503);
      await redis.start();
      await load.taken(10);
      await load.finish();
      await digested(connectionOf(dataFolder));

      expect(load.failedPosts).toBe(0);
      expect(await ledger(connectionOf(dataFolder), load)).toEqual(CLEAN);
      await eventually('the server is ready again', async () => (await statusOf(`${server.url}/health/ready`)) === 200);
      expect(await server.stop()).toBe(0);
    });

    it('wakes the worker again once Redis is back, long before the next sweep', async () => {
      const dataFolder = join(temporaryFolder(), 'data');
      const redis = await new Redis(await freePort()).start();
      const server = await startServer({ dataFolder, env: { REDIS_URL: redis.url, INPAGE_SWEEP_MS: '600000' } });
      const load = new Load({ url: server.url, key: server.key, pauseMs: 10 });
      await load.taken(5);
      await redis.tell('FLUSHALL');
      await redis.kill();
      await redis.start();
      await eventually('the server is ready again', async () => (await statusOf(`${server.url}/health/ready`)) === 200);
      await load.taken(5);
      await load.finish();
      await digested(connectionOf(dataFolder));
      expect(await ledger(connectionOf(dataFolder), load)).toEqual(CLEAN);
      expect(await server.stop()).toBe(0);
    });

    it('does not keep the server from stopping when Redis is away', async () => {
      const dataFolder = join(temporaryFolder(), 'data');
      const redis = await new Redis(await freePort()).start();
      const server = await startServer({ dataFolder, env: { REDIS_URL: redis.url } });
      await redis.kill();
      await sleep(200);
      const stopped = Date.now();
      expect(await server.stop()).toBe(0);
      expect(Date.now() - stopped).toBeLessThan(10_000);
    });
  },
);
