import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { record } from '@inpage/contracts';
import { STORY_IDS, type StoryId } from '../stories/story-id.js';
import { makeWorld, type World, type WorldSettings } from '../stories/world.js';
import { machineLife, type MachineLife } from './machine-life.js';
import type { Observation } from './observation.js';

const END_MS = Date.UTC(2026, 8, 1, 12);
const world = (more: Partial<WorldSettings> = {}): World =>
  makeWorld({ seed: 7, machines: 120, days: 60, endMs: END_MS, stories: STORY_IDS, ...more });
const livesOf = (of: World): MachineLife[] => Array.from({ length: of.machines }, (_, i) => machineLife(of, i));
const text = (one: Observation): string => (one.form === 'xml' ? one.xml : JSON.stringify(one.record));

function streamHash(of: World): string {
  const hash = createHash('sha256');
  for (const life of livesOf(of)) {
    for (const observation of life.observations) hash.update(text(observation));
    hash.update(JSON.stringify([life.truth, life.stops]));
  }
  return hash.digest('hex');
}

const timeOf = (one: Observation): number => {
  const at = /(?:SystemTime='|"timeCreated":"|"at":")([^'"]+)/.exec(text(one))![1]!;
  return Date.parse(at);
};

describe('machineLife', () => {
  it('is the same for the same settings', () => expect(streamHash(world())).toBe(streamHash(world())));

  it.each<[string, Partial<WorldSettings>]>([
    ['seed', { seed: 8 }],
    ['length', { days: 61 }],
    ['size', { machines: 121 }],
    ['end', { endMs: END_MS + 60_000 }],
    ['stories', { stories: ['pool-leak'] }],
  ])('is another with another %s', (_, more) => expect(streamHash(world(more))).not.toBe(streamHash(world())));

  it('does not depend on which machines were asked for before', () => {
    livesOf(world());
    expect(machineLife(world(), 77)).toEqual(machineLife(world(), 77));
  });

  it('gives records that the contract takes', () => {
    for (const { observations } of livesOf(world()))
      for (const one of observations)
        if (one.form === 'record') {
          const parsed = record.safeParse(one.record);
          if (!parsed.success) expect.fail(`${parsed.error.message}: ${text(one)}`);
        }
  });

  it('shows every kind of record and every clothing', () => {
    const kinds = livesOf(world()).flatMap(({ observations }) =>
      observations.map((one) => {
        if (one.form === 'xml') return 'xml body';
        return one.record.kind === 'event' && one.record.xml ? 'xml record' : one.record.kind;
      }),
    );
    expect(new Set(kinds)).toEqual(new Set(['event', 'xml record', 'xml body', 'crash', 'inventory', 'beat']));
  });

  it('dates nothing outside the simulated time and stops nobody outside of it', () => {
    const { startMs, endMs } = world();
    for (const { observations, stops } of livesOf(world()))
      for (const at of [...observations.map(timeOf), ...stops.map((stop) => Date.parse(stop.at))])
        expect(at >= startMs && at <= endMs).toBe(true);
  });

  it('begins with the inventory and sends another only when something changed', () => {
    for (const { observations } of livesOf(world()).slice(0, 30)) {
      const inventories = observations.flatMap((one) =>
        one.form === 'record' && one.record.kind === 'inventory' ? [one.record] : [],
      );
      expect(observations[0]).toMatchObject({ record: { kind: 'inventory' } });
      const facts = inventories.map(({ machine, disks }) => JSON.stringify([machine, disks]));
      facts.forEach((now, i) => expect(now).not.toBe(facts[i - 1]));
    }
  });

  it('beats at most once a day', () => {
    for (const { observations, machine } of livesOf(world()).slice(0, 30)) {
      const days = observations
        .filter((one) => one.form === 'record' && one.record.kind === 'beat')
        .map((one) => Math.floor((timeOf(one) + machine.site.offsetMinutes * 60_000) / 86_400_000));
      expect(new Set(days).size).toBe(days.length);
      expect(days.length).toBeGreaterThan(30);
    }
  });

  it('numbers the events of a log upwards in the order of time', () => {
    for (const { observations } of livesOf(world())) {
      const ids = observations
        .flatMap((one) => /(?:EventRecordID>|"recordId":")(\d+)/.exec(text(one))?.[1] ?? [])
        .map(Number);
      ids.forEach((id, i) => expect(id).toBeGreaterThan(ids[i - 1] ?? 0));
    }
  });

  it('leaves a story alone when others are chosen', () => {
    const stopsOf = (stories: readonly StoryId[]) =>
      livesOf(world({ stories })).flatMap(({ stops }) => stops.filter(({ story }) => story === 'bad-firmware'));
    const alone = stopsOf(['bad-firmware']).map(({ computer, at }) => `${computer} ${at}`);
    const among = new Set(stopsOf(['bad-firmware', 'pool-leak']).map(({ computer, at }) => `${computer} ${at}`));
    expect(alone.length).toBeGreaterThan(0);
    // Stops that come too soon after another are left out, so that one in twenty may differ.
    expect(alone.filter((stop) => among.has(stop)).length / alone.length).toBeGreaterThan(0.95);
  });

  it('names a million computers without holding one of them', () => {
    const large = world({ machines: 1_000_000 });
    const before = process.memoryUsage().heapUsed;
    for (const index of [0, 1, 499_999, 999_999])
      expect(machineLife(large, index).observations.length).toBeGreaterThan(10);
    for (let index = 0; index < 4000; index++) machineLife(large, index);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150e6);
    expect(large.roles.size).toBeLessThan(15_000);
  });
});
