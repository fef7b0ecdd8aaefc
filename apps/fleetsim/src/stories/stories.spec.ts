import { describe, expect, it } from 'vitest';
import { machineLife } from '../timeline/machine-life.js';
import type { StopTruth } from '../truth/truth.js';
import { HALDEN_FIRMWARE, HALDEN_HX720 } from '../fleet/disk-models.js';
import { FILTER_VERSIONS } from '../fleet/filter-driver.js';
import { STORY_IDS, type StoryId } from './story-id.js';
import { storiesOf } from './stories.js';
import { makeWorld } from './world.js';

const END_MS = Date.UTC(2026, 8, 1, 12);
const settings = { seed: 7, machines: 500, days: 90, endMs: END_MS, stories: STORY_IDS };
const world = makeWorld(settings);
const lives = Array.from({ length: world.machines }, (_, index) => machineLife(world, index));
const stops = lives.flatMap((life) => life.stops);
const of = (story: StoryId | null): StopTruth[] => stops.filter((stop) => stop.story === story);
const statuses = (story: StoryId) => new Set(of(story).map(({ status }) => status));
function perMachine(story: StoryId): Map<string, StopTruth[]> {
  const found = new Map<string, StopTruth[]>();
  for (const stop of of(story)) found.set(stop.computer, [...(found.get(stop.computer) ?? []), stop]);
  return found;
}

describe('the demo fleet of 500 machines and 90 days', () => {
  it('stays below 250,000 records', () =>
    expect(lives.reduce((sum, { observations }) => sum + observations.length, 0)).toBeLessThan(250_000));

  it('gives every machine a name, a GUID and serials of its own', () => {
    const all = [
      lives.map(({ truth }) => truth.computer),
      lives.map(({ truth }) => truth.machineGuid),
      lives.flatMap(({ truth }) => truth.disks.map(({ serial }) => serial)),
    ];
    for (const values of all) expect(new Set(values).size).toBe(values.length);
  });

  it.each([6, 7, 99])('tells every story with seed %i', (seed) => {
    const other = makeWorld({ ...settings, seed });
    const told = new Map<string | null, number>();
    for (let index = 0; index < other.machines; index++)
      for (const { story } of machineLife(other, index).stops) told.set(story, (told.get(story) ?? 0) + 1);
    const least = { 'bad-firmware': 15, 'dying-disks': 6, 'loose-cable': 2, 'pool-leak': 25, 'unplugged-page-file': 2 };
    for (const id of STORY_IDS) expect(told.get(id) ?? 0, id).toBeGreaterThanOrEqual(least[id]);
  });

  it('tells only the stories that were chosen', () => {
    const quiet = makeWorld({ ...settings, machines: 100, stories: [] });
    for (let index = 0; index < 100; index++)
      expect(machineLife(quiet, index).stops.every(({ story }) => story === null)).toBe(true);
  });

  it('stops at an ordinary rate where no story is told: one to two a machine and year', () => {
    const rate = of(null).length / (world.machines * (world.days / 365));
    expect(rate).toBeGreaterThan(1);
    expect(rate).toBeLessThan(2);
  });

  it('leaves some stops without a code and some without a status', () => {
    expect(stops.some(({ group }) => group.family === 'unclean-shutdown')).toBe(true);
    expect(stops.some(({ group }) => group.family === 'inpage' && group.status === null)).toBe(true);
  });
});

describe('bad-firmware', () => {
  it('stops only disks of the model, only after their roll-out, on more than one driver stack', () => {
    const since = new Map(
      lives.flatMap(({ truth }) =>
        truth.disks.flatMap((disk) =>
          disk.firmware
            .filter(({ revision }) => revision === HALDEN_FIRMWARE.bad)
            .map(({ from }) => [disk.serial, from] as const),
        ),
      ),
    );
    for (const stop of of('bad-firmware')) {
      expect(stop.group.model).toBe(HALDEN_HX720.toLowerCase());
      expect(stop.at >= since.get(stop.disk!)!).toBe(true);
    }
    expect(statuses('bad-firmware')).toEqual(new Set(['0xC000000E', '0xC0000185']));
    expect(new Set(of('bad-firmware').map(({ group }) => group.stack)).size).toBeGreaterThan(1);
  });

  it('makes the new revision at least ten times as bad as the old one', () => {
    const disks = lives.flatMap(({ truth }) => truth.disks.filter(({ model }) => model === HALDEN_HX720));
    const end = new Date(END_MS).toISOString();
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    let [good, bad] = [0, 0];
    for (const { firmware } of disks) {
      const changed = firmware[1]?.from ?? end;
      good += days(firmware[0]!.from, changed);
      bad += days(changed, end);
    }
    const halden = stops.filter(({ group, status }) => group.model === HALDEN_HX720.toLowerCase() && status !== null);
    const strays = halden.filter(({ story }) => story === null).length;
    expect(of('bad-firmware').length / bad).toBeGreaterThan(10 * ((strays + 1) / good));
  });

  it('never leaves a 1001 when the disk has left the bus', () => {
    for (const { status, evidence } of of('bad-firmware'))
      expect(evidence.includes('volmgr-161')).toBe(status === '0xC000000E');
  });
});

describe('dying-disks', () => {
  it('lets several disks die of media errors, and more than once each', () => {
    expect(perMachine('dying-disks').size).toBeGreaterThanOrEqual(3);
    expect(statuses('dying-disks')).toEqual(new Set(['0xC000009C']));
    for (const [computer, one] of perMachine('dying-disks')) expect(one.length, computer).toBeGreaterThanOrEqual(2);
  });

  it('has disk errors rise before the first stop', () => {
    for (const [computer, [first]] of perMachine('dying-disks')) {
      const life = lives.find(({ truth }) => truth.computer === computer)!;
      const since = Date.parse(life.truth.disks[0]!.since!);
      const errors = life.observations
        .map((one) => (one.form === 'xml' ? one.xml : JSON.stringify(one.record)))
        .filter((text) => /Qualifiers='(32772|49156)'>(7|51|153)<|"eventId":(7|51|153),/.test(text))
        .map((text) => Date.parse(/(?:SystemTime='|"timeCreated":")([^'"]+)/.exec(text)![1]!));
      const middle = (since + Date.parse(first!.at)) / 2;
      const early = errors.filter((at) => at >= since && at < middle).length;
      const late = errors.filter((at) => at >= middle && at < Date.parse(first!.at)).length;
      expect(late, computer).toBeGreaterThan(early);
    }
  });

  it('stays quiet after a disk was replaced', () => {
    const replaced = lives.flatMap(({ truth }) =>
      truth.disks
        .filter(({ state, until }) => state === 'dying' && until)
        .map((disk) => ({ ...disk, computer: truth.computer })),
    );
    for (const { computer, until } of replaced)
      for (const stop of perMachine('dying-disks').get(computer) ?? []) expect(stop.at < until!).toBe(true);
  });
});

describe('loose-cable', () => {
  it('is one PC with a SATA disk and both link statuses', () => {
    expect(perMachine('loose-cable').size).toBe(1);
    expect(statuses('loose-cable')).toEqual(new Set(['0xC000009D', '0xC0000185']));
    for (const { group } of of('loose-cable')) expect(group.stack).toMatch(/storahci$/);
  });
});

describe('pool-leak', () => {
  it('stops many models, all with the leaking driver', () => {
    expect(new Set(of('pool-leak').map(({ group }) => group.model)).size).toBeGreaterThanOrEqual(5);
    expect(statuses('pool-leak')).toEqual(new Set(['0xC000009A']));
    for (const { group } of of('pool-leak')) expect(group.stack).toContain('ngsnap');
  });

  it('reports the leaking version in an inventory before the first stop', () => {
    for (const [computer, [first]] of perMachine('pool-leak')) {
      const life = lives.find(({ truth }) => truth.computer === computer)!;
      const rolledOut = life.observations.find(
        (one) => one.form === 'record' && JSON.stringify(one.record).includes(FILTER_VERSIONS.leaking),
      );
      expect(rolledOut).toMatchObject({ record: { kind: 'inventory' } });
      expect((rolledOut as { record: { at: string } }).record.at <= first!.at).toBe(true);
    }
  });
});

describe('unplugged-page-file', () => {
  it('leaves nothing but traces without a dump, and blames the USB disk', () => {
    expect(perMachine('unplugged-page-file').size).toBe(1);
    for (const { evidence, group, status } of of('unplugged-page-file')) {
      expect(evidence).not.toContain('wer-1001');
      expect(evidence).not.toContain('crash');
      expect([group.model, group.stack, status]).toEqual([
        'portable ssd t7',
        'partmgr > disk > uaspstor',
        '0xC000000E',
      ]);
    }
  });
});

describe('makeWorld', () => {
  it('gives a role to as many machines as a small fleet has', () => {
    const small = makeWorld({ ...settings, machines: 10 });
    expect([...small.roles.values()].map(({ id }) => id).toSorted()).toEqual([
      ...['dying-disks', 'dying-disks', 'dying-disks', 'loose-cable', 'unplugged-page-file'],
    ]);
  });

  it('writes every story in whole sentences', () => {
    for (const { text } of storiesOf(STORY_IDS)) expect(text).toMatch(/^[A-Z].{20,}\.$/);
  });
});
