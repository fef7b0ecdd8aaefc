import type { InpageRecord, StructuredEvent } from '@inpage/contracts';
import type { MachineId } from '@inpage/core';
import { writeEvent } from '@inpage/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentId } from './content-id.js';
import { observe } from './observe.js';
import { readBody } from './read-body.js';

const PC_BAD_SSD = 'bad55d00-0000-4000-8000-00000000cafe' as MachineId;
const PC_HEALTHY = '5afe0000-0000-4000-8000-00000000cafe' as MachineId;

/** The id that a record gets when it comes as JSON. */
function idOf(record: unknown, machine = PC_BAD_SSD): string {
  const [found] = readBody('json', Buffer.from(JSON.stringify(record)), 1);
  const observed = found!.ok ? observe(found!.value) : found!;
  if (!observed.ok) throw new Error(observed.error.detail);
  return contentId(machine, observed.value.identity);
}

const at = '2026-07-22T12:00:00Z';
const crash: InpageRecord = {
  kind: 'crash',
  at,
  code: '0x7a',
  parameters: ['0xffffc1049a602ec0', '0xffffffffc000000e', '0x2454628c0', '0xfffff8053c2b0000'],
  disk: { model: 'Samsung SSD 870 EVO 1TB', serial: 'S5Y2NJ0R900002' },
  driverStack: [{ name: 'disk', version: '10.0.2' }, { name: 'storahci' }],
};
const inventory: InpageRecord = {
  kind: 'inventory',
  at,
  machine: { model: '20XW00AAGE' },
  disks: [{ number: 0, model: 'Samsung SSD 870 EVO 1TB', isBoot: true }],
};
const beat: InpageRecord = { kind: 'beat', at, agentVersion: '1.0.0' };
const facts = {
  ...{ code: 0x7a, parameters: [1n, 0xc000000en, 3n, 4n] as const, reportId: '072226-12345-01' },
  ...{ time: new Date('2026-07-22T12:01:00.123Z'), ticks: 4567, recordId: 9001, computer: 'pc-bad-ssd' },
};
const event: StructuredEvent = writeEvent('1001', facts, 'json');

/** Worked out by another program from the recipe in content-id.ts; a changed id would make every record of the past new. */
const KNOWN = [
  ['crash', crash, '94768edf-cfb2-85ef-a336-41ce8ea915e1'],
  ['inventory', inventory, '47a48503-9b31-880b-adc7-f160abb6a102'],
  ['beat', beat, '81f7a2fe-0adf-8d3d-90cf-cc58aaf58e1c'],
  ['event', { kind: 'event', event }, '4941a920-afcf-88e0-a1f2-398c5bfccf0e'],
] as const;

describe('the id of a record', () => {
  it.each(KNOWN)('of a known %s is as it always was', (_kind, record, id) => {
    expect(idOf(record)).toBe(id);
  });

  it.each(KNOWN)('of a %s is another one for another machine', (_kind, record) => {
    expect(idOf(record, PC_HEALTHY)).not.toBe(idOf(record, PC_BAD_SSD));
  });

  it.each(KNOWN)(
    'of a %s does not depend on the order of keys, on who is named in it, or on spaces',
    (_kind, record) => {
      const reversed = reverseKeys({ ...record, computer: 'PC-BAD-SSD.corp.example' });
      expect(idOf(reversed)).toBe(idOf(record));
    },
  );

  it('of a crash does not depend on how code, parameters and time are spelled, nor on defaults', () => {
    const spelled = { ...crash, code: 122, at: '2026-07-22T14:00:00.000+02:00', source: 'reduced' };
    const parameters = crash.parameters!.map((text) => `0X${text.slice(2).padStart(16, '0').toUpperCase()}`);
    expect(idOf({ ...spelled, parameters })).toBe(idOf(crash));
  });

  const other: [string, unknown, unknown][] = [
    [
      'a parameter that is zero is not one that is missing',
      { ...crash, parameters: ['0x1', '0x0'] },
      { ...crash, parameters: ['0x1'] },
    ],
    ['no parameters are not an empty list of them', { ...crash, parameters: [] }, { ...crash, parameters: undefined }],
    ['a dump says more than its reduction', { ...crash, source: 'dump' }, crash],
    ['another disk', { ...crash, disk: { model: 'CT1000MX500SSD1' } }, crash],
    [
      'a disk of an inventory with another number',
      { ...inventory, disks: [{ ...inventory.disks[0], number: 1 }] },
      inventory,
    ],
    ['false is not missing', { ...inventory, disks: [{ ...inventory.disks[0], isBoot: false }] }, inventory],
    ['a later beat', { ...beat, at: '2026-07-22T12:00:00.001Z' }, beat],
    [
      'an event 100 ns later',
      { kind: 'event', event: writeEvent('1001', { ...facts, ticks: 4568 }, 'json') },
      { kind: 'event', event },
    ],
  ];
  it.each(other)('is another one: %s', (_why, one, two) => {
    expect(idOf(one)).not.toBe(idOf(two));
  });

  it.each(['wevtutil', 'event-viewer', 'libevtx'] as const)(
    'of an event is the same in the XML of %s as with its fields apart',
    (clothing) => {
      expect(idOf({ kind: 'event', xml: writeEvent('1001', facts, clothing) })).toBe(idOf({ kind: 'event', event }));
    },
  );

  it('of an event is the same inside a record and in a body of XML', () => {
    const [found] = readBody('xml', Buffer.from(writeEvent('1001', facts, 'wevtutil')), 1);
    const observed = found!.ok ? observe(found!.value) : undefined;
    expect(observed?.ok && contentId(PC_BAD_SSD, observed.value.identity)).toBe(idOf({ kind: 'event', event }));
  });

  it('is a UUID of version 8, whatever is observed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (identity) => {
        expect(contentId(PC_BAD_SSD, identity)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}
