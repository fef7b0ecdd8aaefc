import { writeDumpX64, writeDumpX86 } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { bufferSource, prefixSource } from '../bytes/byte-source.js';
import type { KernelDump } from '../kernel-dump.js';
import { readDump } from '../read-dump.js';

const read = (bytes: Uint8Array): KernelDump => readDump(bufferSource(bytes)) as KernelDump;
const why = (dump: KernelDump, field: string) => dump.warnings.find((warning) => warning.field === field)?.why;

const facts = {
  bugcheck: 0x7a,
  crashTime: new Date('2024-01-17T21:20:00Z'),
  systemTime: 133_500_000_000_000_000n,
  upTimeMs: 3_600_000,
  processors: 8,
  encrypted: false,
};

describe('the header', () => {
  it('of 64 bits says what the writer put in', () => {
    expect(read(writeDumpX64({ flavour: 'K' }))).toMatchObject({
      ...facts,
      bits: 64,
      kind: 'triage',
      architecture: 'x64',
      os: { build: 19041, checked: false, product: 'workstation', home: false },
      parameters: [0xffffe00001234560n, 0xffffffffc000009cn, 0x2a44c0880n, 0xfffff80322345678n],
      memoryBytes: 0x3ec8ebn * 4096n,
      directoryTableBase: 0x1ad000n,
      attributes: ['insufficient-dump-file-size', 'kernel-generated'],
      bootId: 13,
    });
  });

  it('of 32 bits says the same in its own places, without a sign', () => {
    expect(read(writeDumpX86({ flavour: 'K' }))).toMatchObject({
      ...facts,
      bits: 32,
      kind: 'triage',
      architecture: 'x86',
      os: { build: 7601, product: 'workstation' },
      parameters: [0xc0419e40n, 0xc000009cn, 0x2c5d0880n, 0x833c8000n],
      memoryBytes: 0x7fedbn * 4096n,
      directoryTableBase: 0x185000n,
      bootId: 13,
    });
  });

  it.each([
    [0x1000007e, 0x7e],
    [0x100000ea, 0xea],
    [0xc000021a, 0xc000021a],
    [0xdeaddead, 0xdeaddead],
    [0xa0000001, 0xa0000001],
  ])('takes the flag off %i only where it is one', (code, bugcheck) => {
    expect(read(writeDumpX64({ code }))).toMatchObject({ bugcheckAsWritten: code, bugcheck });
  });

  it('has no value for what Windows never set, and says so', () => {
    const dump = read(writeDumpX64({ flavour: 'R' }));
    for (const field of ['memoryBytes', 'attributes', 'bootId'] as const) {
      expect(dump[field]).toBeUndefined();
      expect(why(dump, field)).toBe('filler');
    }
  });

  it.each([
    ['crashTime', { systemTime: 0n }],
    ['upTimeMs', { upTime: 1n << 63n }],
    ['processors', { processors: 0 }],
    ['memoryBytes', { flavour: 'K', memoryPages: 0n }],
    ['architecture', { machine: 0x1234 }],
  ] as const)('doubts a %s that cannot be', (field, picture) => {
    const dump = read(writeDumpX64(picture));
    expect(dump[field]).toBeUndefined();
    expect(why(dump, field)).toMatch(/implausible|unsupported/);
  });

  it('does not pass off the breakpoint that stands in every triage dump as the exception', () => {
    const dump = read(writeDumpX64());
    expect([dump.exception, why(dump, 'exception')]).toEqual([undefined, 'placeholder']);
    expect(read(writeDumpX64({ exceptionCode: 0xc0000005 })).exception?.code).toBe(0xc0000005);
  });

  it.each([
    [1, 'full'],
    [2, 'kernel'],
    [3, 'header-only'],
    [5, 'bitmap'],
    [6, 'bitmap'],
    [7, 'bitmap'],
    [10, 'full'],
    [77, 'unknown-type'],
  ])('dump type %i is %s, and only its header is read', (dumpType, kind) => {
    const dump = read(writeDumpX64({ flavour: 'K', dumpType }));
    expect(dump).toMatchObject({ ...facts, kind, context: { instructionPointer: 0xfffff8031a5f9390n } });
    expect([dump.drivers, why(dump, 'body')]).toEqual([undefined, 'unsupported']);
  });

  it('stops behind the header of an encrypted dump', () => {
    const dump = read(writeDumpX64({ flavour: 'K', attributes: 0x108 }));
    expect(dump).toMatchObject({ ...facts, encrypted: true });
    expect([dump.context, dump.drivers, why(dump, 'body')]).toEqual([undefined, undefined, 'encrypted']);
  });

  it('tells a file that ends from one that has not arrived', () => {
    const bytes = writeDumpX64().subarray(0, 0x100);
    expect(why(read(bytes), 'crashTime')).toBe('cut-off');
    expect(read(bytes).bugcheck).toBe(0x7a);
    expect(why(readDump(prefixSource(bytes)) as KernelDump, 'crashTime')).toBe('not-at-hand');
  });
});
