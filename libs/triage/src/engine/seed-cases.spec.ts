import { describe, expect, it } from 'vitest';
import { factsOf, SATA_DISK } from '../rules/crash-facts.fixture.js';
import { decoded, dumpOf, heard, MY_BOOK } from '../rules/witnesses.fixture.js';
import type { CrashFacts } from '../verdict.js';
import { triage } from './triage.js';

/** Cases from which this product began; each must get the right reading from the parameters on. */

describe('an external disk with a power supply of its own, holding the paging file, loses power', () => {
  const external: Partial<CrashFacts> = {
    disk: MY_BOOK,
    diskRule: 'paging-file-disk',
    driverStack: ['partmgr', 'disk', 'usbstor'],
  };
  const stop = (status: bigint) => decoded(0x7a, 0xfffff6fc40008070n, status, 0x2000n, 0xfffff8800100e000n);

  it('is a disk that is gone, and the reasons name the supply', () => {
    const verdict = triage(factsOf(stop(0xffffffffc000000en), external));
    expect(verdict.cause).toBe('device-gone');
    expect(verdict.reasons.map(({ rule }) => rule)).toContain('disk/external-power');
  });

  it('stays so when the status was not recorded, or nothing at all was', () => {
    const first = decoded(0x7a, 0xfffff6fc40008070n, 0n, 0n, 0n);
    expect(triage(factsOf(first, { ...external, grade: 'C' })).cause).toBe('device-gone');
    const leadUp = [heard('paging-error', { secondsBefore: 15, event: { srbStatus: 0x08, status: 0xc000000e } })];
    expect(triage(factsOf(decoded(0), { ...external, grade: 'D', leadUp })).cause).toBe('device-gone');
  });

  it('stays so when the bridge answers for the silent disk and an event tells of the removal', () => {
    const leadUp = [heard('surprise-removed', { secondsBefore: 4 })];
    expect(triage(factsOf(stop(0xffffffffc000009dn), { ...external, leadUp })).cause).toBe('device-gone');
  });
});

describe('/MAXMEM, lock type 1, and an address inside the page tables', () => {
  const stop = (status: bigint) => decoded(0x7a, 1n, status, 0x81a3d020n, 0xc001a000n);

  it('decodes as a missing page table: layout A, no disk named', () => {
    const read = stop(0xc000009an);
    expect(read).toMatchObject({ layout: 'A', backing: 'unknown', faultingAddress: '0x00000000c001a000' });
    expect(read.warnings.join(' ')).toContain('page tables');
  });

  it.each([0xc000009an, 0xc0000017n, 0n])('is too little memory, not a disk: status %i', (status) => {
    const verdict = triage(factsOf(stop(status)));
    expect(verdict.cause).toBe('resources');
    expect(verdict.reasons.map(({ because }) => because).join(' ')).toContain('/MAXMEM');
  });

  it('has the same reading with PAE, whose page tables reach to 0xC07FFFFF', () => {
    expect(triage(factsOf(decoded(0x7a, 1n, 0xc000009an, 0x81a3d020n, 0xc07ff000n))).reasons[1]?.rule).toBe(
      'bugcheck/page-table-page',
    );
  });

  it('leaves a bad block a bad block', () => {
    expect(triage(factsOf(stop(0xc000009cn), { disk: SATA_DISK })).cause).toBe('media');
  });
});

describe('contiguous memory freed with the wrong call, ending in 0x77 when the driver unloads', () => {
  const dump = dumpOf({
    unloadedDrivers: ['dump_storpor', 'grabcard.sys'],
    stackModules: [
      { name: 'nt', origin: 'kernel', standing: 'caller' },
      { name: 'grabcard.sys', origin: 'third-party', standing: 'repeated', unloaded: true },
    ],
  });

  it.each([
    ['a signature that is gone', decoded(0x77, 1n, 0n, 0n, 0xf7a3b000n)],
    ['a status that was not recorded', decoded(0x77, 0xc0000005n, 0n, 0n, 0n)],
  ])('is a driver bug: %s', (_, decode) => {
    const verdict = triage(factsOf(decode, { grade: 'A', dump }));
    expect(verdict.cause).toBe('software');
    expect(verdict.reasons[0]!.because).toContain('grabcard.sys');
  });

  it('stays open towards RAM', () => {
    const verdict = triage(factsOf(decoded(0x77, 1n, 0n, 0n, 0xf7a3b000n), { grade: 'A', dump }));
    expect(verdict.confidence).toBeLessThan(0.5);
    expect(verdict.reasons.map(({ cause }) => cause)).toContain('memory');
  });

  it('is damaged RAM while no driver was unloaded', () => {
    expect(triage(factsOf(decoded(0x77, 1n, 0n, 0n, 0xf7a3b000n), { dump: dumpOf() })).cause).toBe('memory');
  });
});

describe('a highly stressed system without resources', () => {
  const decode = decoded(0x7a, 0xffffc1049a602ec0n, 0xffffffffc000009an, 0x2454628c0n, 0xfffff8053c2b0000n);
  const dump = dumpOf({
    commit: { pages: '0x00000000003fff00', peakPages: '0x0000000000400000', limitPages: '0x0000000000400000' },
    nonPagedPool: { allocatedBytes: '0x000000003a000000', maximumBytes: '0x0000000040000000' },
  });

  it('is used-up memory, surer with a dump that counts it', () => {
    const [plain, counted] = [undefined, dump].map((one) => triage(factsOf(decode, { disk: SATA_DISK, dump: one })));
    expect([plain!.cause, counted!.cause]).toEqual(['resources', 'resources']);
    expect(counted!.confidence).toBeGreaterThan(plain!.confidence);
  });

  it('shows in the dump even where the status was not recorded', () => {
    const first = decoded(0x7a, 0xffffc1049a602ec0n, 0n, 0n, 0n);
    expect(triage(factsOf(first, { disk: SATA_DISK, dump })).cause).toBe('resources');
  });
});
