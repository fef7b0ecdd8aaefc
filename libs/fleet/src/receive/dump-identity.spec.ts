import type { DumpRecord } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import { dumpIdentity } from './dump-identity.js';

const AT = Date.UTC(2026, 6, 22, 12);
const dump = (over: Partial<DumpRecord> = {}): DumpRecord => ({
  kind: 'dump',
  at: '2026-07-22T12:00:00Z',
  code: '0x7a',
  parameters: ['0xFFFFC1049A602EC0', '0xffffffffc000009c', '0x0', '0x1'],
  facts: {
    kind: 'triage',
    upTimeMs: 12.5,
    nonPagedPool: { allocatedBytes: '0x10', maximumBytes: '0xABC' },
    storage: { recorded: 2, succeeded: 1, unclear: 0, outstanding: [{ opcode: 42, ageMs: 31_000 }], failed: [] },
    stackModules: [{ name: 'vendor.sys', origin: 'third-party', standing: 'caller' }],
  },
  ...over,
});
const identity = (over: Partial<DumpRecord> = {}) => dumpIdentity(dump(over), AT);
const facts = (over: Partial<DumpRecord['facts']>) => ({ facts: { ...dump().facts, ...over } });

/** The same value with the keys of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe('the identity of a dump', () => {
  it.each<[string, DumpRecord]>([
    ['keys in another order', reversed(dump()) as DumpRecord],
    [
      'another spelling of its numbers',
      dump({ code: 122, parameters: ['0xffffc1049a602ec0', '0xFFFFFFFFC000009C', '0x00', '0x01'] }),
    ],
    [
      'another spelling of its sizes',
      dump(facts({ nonPagedPool: { allocatedBytes: '0X0010', maximumBytes: '0xabc' } })),
    ],
    ['another file', dump({ fileBytes: 7, sha256: 'a'.repeat(64) })],
    ['another name of the computer', dump({ computer: 'PC-BAD-SSD' })],
    ['other words about the reading', dump(facts({ warnings: ['cpu: This dump does not carry it.'] }))],
    ['a member that is undefined', dump(facts({ cpu: undefined }))],
  ])('is the same with %s', (_what, other) => {
    expect(dumpIdentity(other, AT)).toBe(identity());
  });

  it.each<[string, Partial<DumpRecord>]>([
    ['code', { code: '0x77' }],
    ['parameter', { parameters: ['0x1', '0x2', '0x3', '0x4'] }],
    [
      'request to a disk',
      facts({ storage: { ...dump().facts.storage!, outstanding: [{ opcode: 42, ageMs: 30_000 }] } }),
    ],
    [
      'order on the stack',
      facts({
        stackModules: [...dump().facts.stackModules!, { name: 'a.sys', origin: 'unknown', standing: 'single' }],
      }),
    ],
    ['amount of pool', facts({ nonPagedPool: { allocatedBytes: '0x11', maximumBytes: '0xabc' } })],
    ['disk', { disk: { model: 'CT1000MX500SSD1' } }],
    ['driver stack', { driverStack: [{ name: 'stornvme' }] }],
  ])('is another with another %s', (_what, over) => {
    expect(identity(over)).not.toBe(identity());
  });

  it('is another at another time', () => {
    expect(dumpIdentity(dump(), AT + 1)).not.toBe(identity());
  });
});
