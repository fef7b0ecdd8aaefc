import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crashesOf } from './crashes-of.js';
import type { DiskEventRecord } from './disk-event-record.js';
import {
  adapterReset,
  bugcheck,
  DAY,
  diskEvent,
  evidence,
  HOUR,
  inventory,
  MINUTE,
  NOON,
  PC_BAD_SSD,
  readDisks,
  recordNumber,
  SSD,
  USB_DISK,
} from './evidence.fixture.js';
import { history } from './history.fixture.js';
import type { JudgedCrash } from './judge-stop.js';

const machineId = PC_BAD_SSD;
const [ssd, usb] = [readDisks(SSD)[0]!.id, readDisks(USB_DISK)[0]!.id];
const both = [inventory([SSD, USB_DISK], NOON - HOUR)];
const stop = evidence('crash', NOON, bugcheck);
const judge = (diskEvents: readonly DiskEventRecord[], inventories = both, told = [stop]) =>
  crashesOf({ machineId, evidence: told, inventories }, diskEvents);
const one = (diskEvents: readonly DiskEventRecord[], inventories = both) => judge(diskEvents, inventories)[0]!;
const ids = (...events: DiskEventRecord[]) => events.map(({ recordId }) => recordId);

describe('the lead-up of a crash', () => {
  it('says of each event whether it speaks of the disk of the crash', () => {
    const mine = diskEvent(NOON - 2 * HOUR);
    const others = diskEvent(NOON - 3 * HOUR, { diskNumber: 1 });
    const nobodys = adapterReset(NOON - 4 * HOUR);
    const after = diskEvent(NOON + MINUTE, { kind: 'dump-write-failed' });
    expect(one([mine, others, nobodys, after]).leadUp).toEqual({
      fromMs: NOON - 7 * DAY,
      pivotMs: NOON,
      toMs: NOON + HOUR,
      cut: false,
      events: { 'this-disk': ids(mine, after), 'another-disk': ids(others), 'unknown-disk': ids(nobodys) },
    });
  });

  it('leaves out what lies outside its window', () => {
    const outside = [diskEvent(NOON - 7 * DAY - 1), diskEvent(NOON + HOUR)];
    const { leadUp, verdict } = one(outside);
    expect(leadUp!.events).toEqual({ 'this-disk': [], 'another-disk': [], 'unknown-disk': [] });
    expect(verdict).toEqual(one([]).verdict);
  });

  it('keeps the nearest of a storm, on both sides, and says that it was cut', () => {
    const storm = Array.from({ length: 300 }, (_, i) => diskEvent(NOON - (i + 1) * MINUTE));
    const after = Array.from({ length: 55 }, (_, i) => diskEvent(NOON + (i + 1) * MINUTE));
    const { events, cut } = one([...storm, ...after]).leadUp!;
    expect([cut, new Set(events['this-disk'])]).toEqual([
      true,
      new Set(ids(...storm.slice(0, 150), ...after.slice(0, 50))),
    ]);
    expect(one(storm.slice(0, 150)).leadUp!.cut).toBe(false);
  });

  it('changes the verdict', () => {
    const before = one([], [inventory([SSD])]);
    const bad = Array.from({ length: 4 }, (_, i) => diskEvent(NOON - (i + 1) * MINUTE));
    const after = one(bad, [inventory([SSD])]);
    expect(after.verdict.reasons.map(({ rule }) => rule)).toContain('lead-up/bad-blocks');
    expect(after.verdict).not.toEqual(before.verdict);
    expect(after.verdict.brokenRules).toEqual([]);
  });

  it('counts an event that came twice once', () => {
    const event = diskEvent(NOON - MINUTE);
    expect(one([event, { ...event }])).toEqual(one([event]));
  });
});

describe('the disk of a crash', () => {
  it('is the one that an event of the last minutes names', () => {
    const named = one([diskEvent(NOON - MINUTE, { kind: 'paging-error', eventId: 51, diskNumber: 1 })]);
    expect([named.diskId, named.diskRule]).toEqual([usb, 'named-by-event']);
  });

  it('is told by an event that was logged after the last sign of life', () => {
    const lastAlive = evidence('eventlog-6008', NOON + HOUR, { stoppedAtMs: NOON });
    const event = diskEvent(NOON + 5 * MINUTE, { kind: 'paging-error', diskNumber: 1 });
    expect(judge([event], both, [lastAlive])).toMatchObject([{ diskId: usb, diskRule: 'named-by-event' }]);
    expect(judge([{ ...event, atMs: NOON + 59 * MINUTE }], both, [lastAlive])).toMatchObject([{ diskId: ssd }]);
  });

  it('is not told by an event of an hour before, nor by one that names an adapter', () => {
    expect(one([diskEvent(NOON - HOUR, { diskNumber: 1 })])).toMatchObject({ diskId: ssd, diskRule: 'boot-disk' });
    expect(one([adapterReset(NOON - MINUTE)])).toMatchObject({ diskId: ssd, diskRule: 'boot-disk' });
  });

  it('stays the one that the record names', () => {
    const recorded = evidence('crash', NOON, { ...bugcheck, disk: { model: SSD.model, serial: SSD.serial } });
    const event = diskEvent(NOON - MINUTE, { kind: 'paging-error', diskNumber: 1 });
    expect(judge([event], both, [recorded])).toMatchObject([{ diskId: ssd, diskRule: 'recorded' }]);
  });
});

describe('a dump', () => {
  const dump = { kind: 'triage', complete: true, processName: 'svchost.exe' };
  const told = evidence('crash', NOON, { ...bugcheck, source: 'dump', dump });
  const boot = [
    evidence('wer-1001', NOON + 2 * MINUTE, bugcheck),
    evidence('kernel-power-41', NOON + 90_000, bugcheck),
    evidence('volmgr-161', NOON + 91_000),
  ];

  it('is one crash with the events of the next start, and its facts stay with it', () => {
    expect(judge([], both, [...boot, told])).toMatchObject([
      { id: told.recordId, grade: 'A', precision: 'exact', stoppedAtMs: NOON, dump, evidence: { length: 4 } },
    ]);
  });

  it('stands for the crash before a crash record that was made from it', () => {
    const reduced = evidence('crash', NOON, { ...bugcheck, source: 'dump', recordId: recordNumber(0) });
    expect(judge([], both, [reduced, told])).toMatchObject([{ id: told.recordId, evidence: { length: 2 } }]);
  });
});

/** Events anywhere around the stops of a history, of disks that are known, not known, and not named. */
const eventsArbitrary = fc.array(
  fc.record({
    atMs: fc.integer({ min: -9 * DAY, max: 120 * DAY }).map((ms) => NOON + ms),
    over: fc.constantFrom(
      {},
      { diskNumber: 1 },
      { diskNumber: 7 },
      { diskNumber: undefined, serial: USB_DISK.serial },
      { diskNumber: undefined, portNumber: 0, kind: 'device-reset' as const, eventId: 129 },
      { kind: 'paging-error' as const, eventId: 51 },
    ),
  }),
  { maxLength: 60 },
);

describe('the crashes of a machine', () => {
  it('are the same whatever order evidence and storage events come in, and whatever comes twice', () => {
    const inventories = [NOON - DAY, NOON + 9 * DAY, NOON + 40 * DAY].map((at) => inventory([SSD, USB_DISK], at));
    const shuffled = fc.tuple(history, eventsArbitrary).chain(([stops, planned]) => {
      const told = stops.flat();
      const near = told
        .slice(0, 5)
        .map(({ reportedAtMs }, i) => diskEvent(reportedAtMs - 5 * MINUTE, { diskNumber: i % 2 }));
      const events = [...planned.map(({ atMs, over }) => diskEvent(atMs, over)), ...near];
      const orders = <T>(all: T[]) => fc.shuffledSubarray(all, { minLength: all.length });
      return fc.tuple(fc.constant({ told, events }), orders(told), orders([...events, ...near]));
    });
    const byId = (a: JudgedCrash, b: JudgedCrash) => (a.id < b.id ? -1 : 1);
    fc.assert(
      fc.property(shuffled, ([{ told, events }, arrived, logged]) => {
        const expected = crashesOf({ machineId, evidence: told, inventories }, events).sort(byId);
        const crashes = crashesOf({ machineId, evidence: arrived, inventories }, logged).sort(byId);
        expect(crashes).toEqual(expected);
        expect(crashes.flatMap(({ verdict }) => verdict.brokenRules)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('know their kin', () => {
    const another = evidence('crash', NOON - DAY, { code: 0x77, parameters: [0xc000000en, 0xc000000en, 0n, 5n] });
    const [, kin] = judge([], [inventory([SSD])], [another, stop]);
    expect(kin!.verdict).not.toEqual(judge([], [inventory([SSD])], [stop])[0]!.verdict);
  });
});
