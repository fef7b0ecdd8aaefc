import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeReceiver } from '../e2e/fake-receiver.js';
import { simulate, type SimulationOptions } from './simulate.js';
import { STORY_IDS } from './stories/story-id.js';
import type { TruthLine } from './truth/truth.js';

let fake: FakeReceiver;
let folder: string;

beforeEach(async () => {
  fake = await FakeReceiver.start();
  folder = await mkdtemp(join(tmpdir(), 'fleetsim-'));
});
afterEach(async () => {
  await fake.stop();
  await rm(folder, { recursive: true });
});

const options = (more: Partial<SimulationOptions> = {}): SimulationOptions => ({
  ...{ url: fake.url, key: fake.key, machines: 40, days: 45, seed: 7, stories: STORY_IDS },
  ...{ end: new Date('2026-09-01T12:00:00Z'), concurrency: 6, speed: 'asap' as const, ...more },
});

describe('simulate against a fake receiver', () => {
  it('sends what the contract asks for, and gets a receipt for every record', async () => {
    const summary = await simulate(options());
    expect(fake.faults).toEqual([]);
    expect(summary).toMatchObject({
      machines: 40,
      rejected: 0,
      duplicate: 0,
      accepted: fake.records.length,
      retries: 0,
    });
    expect(summary.records).toBe(fake.records.length);
  });

  it('speaks as agent and as collector, in NDJSON and in XML, at most 100 records a body', async () => {
    await simulate(options());
    const collected = fake.taken.filter(({ credential }) => credential === fake.key);
    expect(collected.length).toBeGreaterThan(0);
    expect(fake.enrolled.size).toBeGreaterThan(20);
    expect(new Set(fake.taken.map(({ contentType }) => contentType))).toEqual(
      new Set(['application/x-ndjson', 'application/xml']),
    );
    expect(Math.max(...fake.taken.map(({ records }) => records.length))).toBe(100);
  });

  it('never has more requests under way than it was allowed', async () => {
    await simulate(options({ concurrency: 3 }));
    expect(fake.mostAtOnce).toBeLessThanOrEqual(3);
  });

  it('gets duplicates only when it runs again', async () => {
    const first = await simulate(options());
    expect(await simulate(options())).toMatchObject({ accepted: 0, rejected: 0, duplicate: first.records });
  });

  it('comes back after 503 and 429 and loses nothing', async () => {
    fake.troubles.push(
      { status: 503, headers: { 'retry-after': '0' } },
      { status: 429, headers: { 'retry-after': '0' } },
    );
    const summary = await simulate(options({ concurrency: 1 }));
    expect(summary.retries).toBe(2);
    expect(summary.accepted).toBe(summary.records);
  });

  it('ends with the reason when the key is refused', async () => {
    await expect(simulate(options({ key: 'mistyped' }))).rejects.toThrow('401 credential-invalid');
  });

  it('gives up with a sentence when nobody listens', async () => {
    const nobody = options({ url: 'http://127.0.0.1:1', attempts: 2 });
    await expect(simulate(nobody)).rejects.toThrow('gave up after 2 attempts: connect ECONNREFUSED');
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const running = simulate(options({ machines: 500, signal: stop.signal, onProgress: () => stop.abort() }));
    stop.abort(new Error('enough'));
    await expect(running).rejects.toThrow('enough');
  });

  it('writes the truth: fleet, stories, every machine with its stops, the tally', async () => {
    const out = join(folder, 'truth.jsonl');
    const summary = await simulate(options({ out }));
    const lines = (await readFile(out, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as TruthLine);
    const types = lines.map(({ type }) => type);
    expect(types.slice(0, 6)).toEqual(['fleet', ...STORY_IDS.map(() => 'story')]);
    expect(types.filter((type) => type === 'machine')).toHaveLength(40);
    expect(types.filter((type) => type === 'stop')).toHaveLength(Object.values(summary.stops).reduce((a, b) => a + b));
    expect(lines.at(-1)).toMatchObject({ type: 'tally', records: summary.records, stops: summary.stops });
  });

  it('writes the same truth whatever the concurrency', async () => {
    const [one, many] = [join(folder, 'one'), join(folder, 'many')];
    await simulate(options({ out: one, concurrency: 1 }));
    await simulate(options({ out: many, concurrency: 16 }));
    expect(await readFile(many, 'utf8')).toBe(await readFile(one, 'utf8'));
  });

  it('says so when the truth cannot be written', async () => {
    await expect(simulate(options({ out: join(folder, 'no', 'such', 'folder') }))).rejects.toThrow('ENOENT');
    expect(fake.records).toEqual([]);
  });
});
