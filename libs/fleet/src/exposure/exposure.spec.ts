import type { MachineId } from '@inpage/core';
import { describe, expect, it } from 'vitest';
import { countExposure, dueDays } from './count-exposure.js';
import { ExposureLedger, type ChangedDay } from './exposure-ledger.js';
import { heardDays } from './heard-days.js';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;
const machine = (n: number) => `5afe0000-0000-4000-8000-${String(n).padStart(12, '0')}` as MachineId;

describe('the days on which machines were heard from', () => {
  it('are those of the arrival, each once, though one digest takes chunks of several days', () => {
    const chunks = [
      { receivedAtMs: Date.parse('2026-11-21T23:59:59Z'), machineIds: [machine(1), machine(1), machine(2)] },
      { receivedAtMs: Date.parse('2026-11-22T00:00:00Z'), machineIds: [machine(1)] },
      { receivedAtMs: Date.parse('2026-11-22T09:00:00Z'), machineIds: [machine(1)] },
    ];
    expect(heardDays(chunks)).toEqual([
      { machineId: machine(1), day: '2026-11-21' },
      { machineId: machine(2), day: '2026-11-21' },
      { machineId: machine(1), day: '2026-11-22' },
    ]);
  });
});

describe('a changed day', () => {
  const today = (minutesAgo: number): ChangedDay => ({
    day: '2026-11-22',
    countedAt: new Date(NOON - minutesAgo * MINUTE),
  });
  it('is counted at once when it is over, newest first', () => {
    const changed = [{ day: '2026-11-20', countedAt: new Date(NOON) }, { day: '2026-11-21' }];
    expect(dueDays(changed, NOON)).toEqual(['2026-11-21', '2026-11-20']);
  });
  it('that is today rests for five minutes after it was counted', () => {
    expect(dueDays([today(4.9)], NOON)).toEqual([]);
    expect(dueDays([today(5)], NOON)).toEqual(['2026-11-22']);
    expect(dueDays([{ day: '2026-11-22' }], NOON)).toEqual(['2026-11-22']);
  });
});

class Ledger extends ExposureLedger {
  readonly asked: string[] = [];
  constructor(readonly busy: string) {
    super();
  }
  changedDays = async () => ['2026-11-19', '2026-11-20', '2026-11-21'].map((day) => ({ day }));
  async count(day: string): Promise<boolean> {
    this.asked.push(day);
    return day !== this.busy;
  }
}

describe('counting', () => {
  it('goes on where somebody else counts a day, and says how many it counted', async () => {
    const ledger = new Ledger('2026-11-20');
    expect(await countExposure(ledger, NOON)).toBe(2);
    expect(ledger.asked).toEqual(['2026-11-21', '2026-11-20', '2026-11-19']);
  });
  it('begins no other day when it is to stop', async () => {
    const ledger = new Ledger('none');
    expect(await countExposure(ledger, NOON, () => ledger.asked.length > 0)).toBe(1);
    expect(ledger.asked).toEqual(['2026-11-21']);
  });
});
