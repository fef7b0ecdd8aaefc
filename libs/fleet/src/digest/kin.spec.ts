import { decodeNoCode } from '@inpage/triage';
import type { DiskId, RecordId } from '@inpage/core';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, NOON, recordNumber } from './evidence.fixture.js';
import { kinOf, MOST_KIN, type Located } from './kin.js';

const decode = decodeNoCode();
const stop = (n: number, stoppedAtMs: number, disk?: string): Located => ({
  ...{ id: recordNumber(n), stoppedAtMs, decode },
  diskId: disk as DiskId | undefined,
});
const namesOf = (kin: ReturnType<typeof kinOf>, n: number) => kin.get(recordNumber(n))!.map(({ crashId }) => crashId);

describe('the kin of a stop', () => {
  const stops = [
    stop(1, NOON, 'ssd'),
    stop(2, NOON - 3 * DAY, 'ssd'),
    stop(3, NOON + DAY, 'usb'),
    stop(4, NOON - 30 * DAY),
    stop(5, NOON - 31 * DAY, 'ssd'),
  ];

  it('are the others within thirty days, nearest first', () => {
    expect(kinOf(stops).get(recordNumber(1))).toMatchObject([
      { crashId: recordNumber(3), daysBefore: -1, disk: 'another-disk' },
      { crashId: recordNumber(2), daysBefore: 3, disk: 'this-disk' },
      { crashId: recordNumber(4), daysBefore: 30, disk: 'unknown-disk' },
    ]);
  });

  it('are the same in any order', () => {
    expect([...kinOf(stops.toReversed())].sort()).toEqual([...kinOf(stops)].sort());
  });

  it('are at most twenty, found in no more time for a machine that stops all the time', () => {
    const loop = Array.from({ length: 5_000 }, (_, i) => stop(i, NOON + i * HOUR));
    const kin = kinOf(loop);
    const expected = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((n) => [2500 - n, 2500 + n]).map(recordNumber);
    expect(namesOf(kin, 2500)).toEqual(expected satisfies RecordId[]);
    expect(namesOf(kin, 0)).toHaveLength(MOST_KIN);
  });

  it('are none of a stop that is alone', () => {
    expect(namesOf(kinOf([stop(1, NOON)]), 1)).toEqual([]);
  });
});
