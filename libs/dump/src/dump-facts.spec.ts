import { DUMP_LIMITS, dumpRecord } from '@inpage/contracts';
import { dumpCorpus, SECONDARY, SECRET, writeDumpX64, X64_PICTURE } from '@inpage/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bufferSource } from './bytes/byte-source.js';
import { dumpFacts, dumpRecordOf } from './dump-facts.js';
import { isKernelDump, type KernelDump } from './kernel-dump.js';
import { readDump } from './read-dump.js';

const corpus = dumpCorpus();
const read = (bytes: Uint8Array): KernelDump => {
  const reading = readDump(bufferSource(bytes));
  if (!isKernelDump(reading)) throw new Error(reading.says);
  return reading;
};
const factsOf = (picture: Parameters<typeof writeDumpX64>[0]) => dumpFacts(read(writeDumpX64(picture)));

describe.each([...corpus])('the record of %s', (_name, bytes) => {
  const record = dumpRecordOf(read(bytes), { computer: 'pc-bad-ssd', sha256: 'ab'.repeat(32) });

  it('is as the contract says, before and after the wire', () => {
    expect(dumpRecord.parse(record)).toEqual(record);
    expect(dumpRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  it('tells when, what and how big, and names nobody', () => {
    expect(record).toMatchObject({
      at: '2024-01-17T21:20:00.000Z',
      code: expect.stringMatching(/^0x7[ae]$/),
      fileBytes: bytes.length,
      computer: 'pc-bad-ssd',
    });
    expect(record?.parameters).toHaveLength(4);
    expect(JSON.stringify(record)).not.toContain(SECRET);
    expect(JSON.stringify(record)).not.toContain('Users');
  });
});

describe('the facts of a dump', () => {
  it('say what its storage did, who was on the stack, and what the machine is', () => {
    expect(factsOf({ flavour: 'K', secondary: SECONDARY })).toMatchObject({
      kind: 'triage',
      architecture: 'x64',
      osBuild: 19041,
      upTimeMs: 3_600_000,
      complete: true,
      storage: {
        recorded: 6,
        outstanding: [
          { opcode: 0x35, ageMs: 30_000 },
          { opcode: 0x2a, ageMs: 31_000 },
        ],
        oldestOutstandingMs: 31_000,
        failed: [{ opcode: 0x28, srbStatus: 4, durationMs: 1000 }],
        slowestMs: 1000,
      },
      addressModule: 'vendor.sys',
      processName: 'notmyfault64.ex',
      unloadedDrivers: ['dump_storpor'],
      nonPagedPool: { allocatedBytes: '0x0000000012345000', maximumBytes: '0x0000000700000000' },
      commit: { pages: '0x00000000003f0000', peakPages: '0x0000000000400000', limitPages: '0x0000000000410000' },
      hypervisor: 'VirtualBox',
      machine: { manufacturer: 'Dell Inc.', product: 'Vostro 3020 T', biosVersion: '1.12.0', biosDate: '01/30/2024' },
      cpu: '13th Gen Intel(R) Core(TM) i5-13400',
    });
  });

  it('leave out what is absent, and say why', () => {
    const facts = factsOf({ flavour: 'K', dumpType: 1 });
    expect(facts).toMatchObject({ kind: 'full', warnings: expect.arrayContaining([expect.stringMatching(/^body: /)]) });
    for (const absent of ['storage', 'drivers', 'stackModules', 'complete', 'nonPagedPool', 'machine'])
      expect(facts).not.toHaveProperty(absent);
  });

  it('name the failed instruction where a parameter or the context does', () => {
    const ip = X64_PICTURE.drivers[2]!.base + 0x10n;
    expect(factsOf({ code: 0xd1, parameters: [8n, 2n, 0n, ip] })).toMatchObject({ instructionModule: 'vendor.sys' });
    expect(factsOf({ code: 0xd1, parameters: [8n, 2n, 0n, ip] })).not.toHaveProperty('addressModule');
    const context = { ...X64_PICTURE.context, ip };
    expect(factsOf({ code: 0x1000007e, parameters: [0n, 0n, 0n, 0n], context })).toMatchObject({
      instructionModule: 'vendor.sys',
    });
  });

  it('do not call a status what StorPort notes for a request that is under way', () => {
    for (const request of factsOf({ secondary: SECONDARY }).storage!.outstanding)
      expect(request).not.toHaveProperty('srbStatus');
  });

  it('have no more drivers than the contract takes', () => {
    const kernel = X64_PICTURE.drivers[0]!;
    const many = Array.from({ length: 600 }, (_, i) => ({
      path: `driver${i}.sys`,
      base: 0xfffff804_00000000n + BigInt(i) * 0x10000n,
      size: 0x8000,
      timestamp: i,
    }));
    const drivers = factsOf({ drivers: [kernel, ...many] }).drivers!;
    expect(drivers).toHaveLength(DUMP_LIMITS.drivers);
    expect(drivers[1]).toEqual({ name: 'driver0.sys' });
    expect(drivers[2]).toEqual({ name: 'driver1.sys', timestamp: 1 });
  });
});

describe('there is no record of a dump', () => {
  it.each<[string, Partial<KernelDump>]>([
    ['without a code', { bugcheck: undefined }],
    ['without a time', { crashTime: undefined }],
    ['that was taken while Windows went on', { attributes: ['live-dump'] }],
  ])('%s', (_which, over) => {
    const dump = read(writeDumpX64());
    expect(dumpRecordOf(dump)).toBeDefined();
    expect(dumpRecordOf({ ...dump, ...over })).toBeUndefined();
  });
});

it('is as the contract says, whatever was done to the bytes', () => {
  const patch = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    value: fc.oneof(fc.constantFrom(0, 1, 0xff, 0x7fff_ffff, 0xffff_ffff), fc.nat(0xffff), fc.integer()),
  });
  let records = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...corpus.values()),
      fc.array(patch, { maxLength: 20 }),
      fc.double({ min: 0.3, max: 1.5, noNaN: true }),
      (original, patches, keep) => {
        const bytes = original.slice();
        const view = new DataView(bytes.buffer);
        // The signature stays, or all of them would be foreign files.
        for (const { at, value } of patches) view.setInt32(8 + Math.floor(at * (bytes.length - 12)), value, true);
        const reading = readDump(bufferSource(bytes.subarray(0, Math.ceil(keep * bytes.length))));
        const record = isKernelDump(reading) ? dumpRecordOf(reading) : undefined;
        if (record === undefined) return;
        records++;
        expect(dumpRecord.safeParse(JSON.parse(JSON.stringify(record))).error).toBeUndefined();
      },
    ),
    { numRuns: 1500 },
  );
  expect(records).toBeGreaterThan(700);
});
