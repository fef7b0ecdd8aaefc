import { diskEvent, readEventXml } from '@inpage/winevent';
import { writeEvent } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { diskEventJson, readDiskEventJson } from './disk-event-json.js';

const frame = { time: new Date('2026-07-22T12:00:00Z'), computer: 'pc-bad-ssd', recordId: 7 };
const HUGE = 0xfedc_ba98_7654_3210n;

function read(xml: string) {
  const event = readEventXml(xml);
  if (!event.ok) throw new Error(event.error.detail);
  return diskEvent(event.value)!;
}

const health = {
  ...{ criticalWarning: 0, sparePercent: 100, spareThresholdPercent: 10, usedPercent: 3 },
  ...{ dataUnitsRead: HUGE, dataUnitsWritten: 1n, powerCycles: 2n, powerOnHours: 3n, unsafeShutdowns: 4n },
  ...{ mediaErrors: 0n, errorLogEntries: 5n },
};
const retried = read(writeEvent('disk-153', { ...frame, disk: 1, lba: HUGE }, 'wevtutil'));
const failed = read(
  writeEvent(
    'disk-51',
    { ...frame, disk: 0, status: 0xc0000185, lba: 77, sense: { key: 3, asc: 0x11, ascq: 0 } },
    'wevtutil',
  ),
);

describe('a storage event as jsonb', () => {
  it.each([
    ['with an LBA of 64 bits', retried],
    ['with a command and sense data', failed],
    ['with the health of an NVMe drive', { ...retried, kind: 'nvme-health' as const, nvmeHealth: health }],
    ['with texts that look like numbers', { ...retried, model: '0x10', serial: '0xff' }],
  ])('comes back as it was: %s', (_which, event) => {
    const known = Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
    expect(readDiskEventJson(JSON.parse(JSON.stringify(diskEventJson(event))))).toEqual(known);
  });

  it('has its 64-bit numbers in hex', () => {
    expect(diskEventJson(retried)).toMatchObject({ lba: '0xfedcba9876543210' });
  });
});
