import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { CLEAN, digested, ledger } from './harness/ledger.js';
import { Load, postRecords } from './harness/load.js';
import { connectionOf } from './harness/postmaster.js';
import { eventually } from './harness/process-life.js';
import { hasRedis, Redis } from './harness/redis.js';
import { freePort, startServer } from './harness/server-process.js';

/** A record that nobody else sends. */
const BEAT = { kind: 'beat', computer: 'pc-healthy', at: '2026-05-04T08:00:00Z' } as const;

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
      const load = new Load(server, { pauseMs: 10 });
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
      await redis.kill();
      expect((await postRecords(server, [BEAT])).status).toBe(200);
      await digested(connectionOf(dataFolder));
      expect(await server.stop()).toBe(0);
    });

    it('wakes the worker again once Redis is back, long before the next sweep; without it the server still stops', async () => {
      const dataFolder = join(temporaryFolder(), 'data');
      const redis = await new Redis(await freePort()).start();
      const server = await startServer({ dataFolder, env: { REDIS_URL: redis.url, INPAGE_SWEEP_MS: '600000' } });
      const load = new Load(server, { pauseMs: 10 });
      await load.taken(5);
      await redis.tell('FLUSHALL');
      await redis.kill();
      await redis.start();
      await eventually('the server is ready again', async () => (await statusOf(`${server.url}/health/ready`)) === 200);
      await load.taken(5);
      await load.finish();
      await digested(connectionOf(dataFolder));
      expect(await ledger(connectionOf(dataFolder), load)).toEqual(CLEAN);

      await redis.kill();
      const stopped = Date.now();
      expect(await server.stop()).toBe(0);
      expect(Date.now() - stopped).toBeLessThan(10_000);
    });
  },
);
