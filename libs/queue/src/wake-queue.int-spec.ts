import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '@inpage/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWakeQueue } from './bull-wake-queue.js';
import { testRedis, type TestRedis } from './test-redis.fixture.js';
import type { WakeQueue, WakeQueueOptions } from './wake-queue.js';

/** Long enough for a job that should not come. */
const QUIET_MS = 400;

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(5);
};

let database: TestDatabase;
let redis: TestRedis;
beforeAll(async () => {
  [database, redis] = await Promise.all([testDatabase(), testRedis()]);
});
afterAll(async () => {
  await redis.stop();
  await database.drop();
});

const opened: WakeQueue[] = [];
afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.close();
});

const BACKENDS = {
  PostgreSQL: () => ({ postgres: { connectionString: database.url } }),
  Redis: () => ({ postgres: {}, redisUrl: redis.url }),
} satisfies Record<string, () => WakeQueueOptions>;

async function open(backend: keyof typeof BACKENDS, over: Partial<WakeQueueOptions> = {}): Promise<WakeQueue> {
  const queue = await openWakeQueue({ ...BACKENDS[backend](), ...over });
  opened.push(queue);
  return queue;
}

/** Counts its runs; each takes as long as the test says. */
function counting(workMs = 0) {
  const seen = { runs: 0, atOnce: 0, most: 0 };
  const work = async () => {
    seen.runs++;
    seen.most = Math.max(seen.most, ++seen.atOnce);
    await sleep(workMs);
    seen.atOnce--;
  };
  return { seen, work };
}

describe.each(Object.keys(BACKENDS) as (keyof typeof BACKENDS)[])('a wake queue on %s', (backend) => {
  it('runs the work when somebody wakes it', async () => {
    const queue = await open(backend);
    const { seen, work } = counting();
    await queue.consume(work);
    for (const runs of [1, 2, 3]) {
      queue.wake();
      await until(() => seen.runs === runs);
      await sleep(50);
    }
    await sleep(QUIET_MS);
    expect(seen.runs).toBe(3);
  });

  it('runs the work of another process, which only wakes', async () => {
    const { seen, work } = counting();
    await (await open(backend)).consume(work);
    (await open(backend)).wake();
    await until(() => seen.runs === 1);
  });

  it('piles nothing up: of however many calls, one job waits while one runs', async () => {
    const queue = await open(backend);
    const { seen, work } = counting(100);
    await queue.consume(work);
    for (let i = 0; i < 120; i++) {
      queue.wake();
      await sleep(5);
    }
    const whileWoken = seen.runs;
    await sleep(200 + QUIET_MS);
    expect(whileWoken).toBeGreaterThan(1);
    expect(seen.runs - whileWoken).toBeLessThanOrEqual(2);
    expect(seen.most).toBe(1);
  });

  it('runs once more when it is woken while it works, so that nothing is left behind', async () => {
    const queue = await open(backend);
    const { seen, work } = counting(150);
    await queue.consume(work);
    queue.wake();
    await until(() => seen.runs === 1);
    await sleep(50);
    for (let i = 0; i < 20; i++) queue.wake();
    await until(() => seen.runs === 2);
    await sleep(150 + QUIET_MS);
    expect(seen.runs).toBeLessThanOrEqual(3);
  });

  it('keeps a wake-up for the worker that comes later', async () => {
    const early = await open(backend);
    early.wake();
    await sleep(100);
    const { seen, work } = counting();
    await (await open(backend)).consume(work);
    await until(() => seen.runs === 1);
  });

  it('goes on after work that failed, and does not run it again for that', async () => {
    const queue = await open(backend);
    let runs = 0;
    await queue.consume(async () => {
      if (++runs === 1) throw new Error('The work failed.');
    });
    queue.wake();
    await until(() => runs === 1);
    await sleep(QUIET_MS);
    expect(runs).toBe(1);
    queue.wake();
    await until(() => runs === 2);
  });

  it('tells the outcome of each wake-up, and answers a check', async () => {
    const outcomes: string[] = [];
    const queue = await open(backend, { onWake: (outcome) => outcomes.push(outcome) });
    const { seen, work } = counting();
    await queue.consume(work);
    queue.wake();
    await until(() => seen.runs === 1);
    await queue.check();
    expect(outcomes).toEqual(['added']);
  });

  it('waits for the work under way when it is closed, and wakes nobody afterwards', async () => {
    const errors: Error[] = [];
    const queue = await openWakeQueue({ ...BACKENDS[backend](), onError: (error) => errors.push(error) });
    const { seen, work } = counting(200);
    await queue.consume(work);
    queue.wake();
    await until(() => seen.atOnce === 1);
    await queue.close();
    expect(seen.atOnce).toBe(0);
    expect(() => queue.wake()).not.toThrow();
    await sleep(50);
    expect(errors).toEqual([]);
  });
});

describe('a wake queue on Redis', () => {
  it('is still woken after everything in Redis was lost', async () => {
    const queue = await open('Redis');
    const { seen, work } = counting();
    await queue.consume(work);
    queue.wake();
    await until(() => seen.runs === 1);
    await redis.flush();
    await sleep(50);
    queue.wake();
    await until(() => seen.runs >= 2);
  });

  it('never throws while Redis is away, and is woken again when it is back', async () => {
    const errors: Error[] = [];
    const queue = await open('Redis', { onError: (error) => errors.push(error) });
    const { seen, work } = counting();
    await queue.consume(work);
    await redis.die();
    for (let i = 0; i < 5; i++) {
      expect(() => queue.wake()).not.toThrow();
      await sleep(30);
    }
    expect(errors.length).toBeGreaterThan(0);
    const before = seen.runs;
    await redis.start();
    await until(() => {
      queue.wake();
      return seen.runs > before;
    });
  });

  it('closes while Redis is away', async () => {
    const queue = await openWakeQueue(BACKENDS.Redis());
    await queue.consume(async () => undefined);
    await redis.die();
    queue.wake();
    await sleep(50);
    const started = performance.now();
    await queue.close();
    expect(performance.now() - started).toBeLessThan(5000);
    await redis.start();
  });

  it('leaves no connection open', async () => {
    const queue = await openWakeQueue(BACKENDS.Redis());
    await queue.consume(async () => undefined);
    queue.wake();
    await sleep(100);
    await queue.close();
    await sleep(50);
    expect(await redis.clients()).toBe(0);
  });
});
