import { BUGCHECKS, BugcheckCode, baseBugcheck } from '@inpage/codes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decode, Stop } from '../stop.js';
import { decodeNoCode, decodeStop, isUncleanShutdown } from './decode-stop.js';
import { DECODERS } from './decoders.js';

const decode = (code: number, ...parameters: Stop['parameters']): Decode =>
  decodeStop({ code: BugcheckCode(code), parameters });

const meaning = (read: Decode, n: number): string => read.parameters[n - 1]?.meaning ?? '';

describe('0x1A MEMORY_MANAGEMENT', () => {
  it('takes a wrong checksum for a page that came back wrong', () => {
    const read = decode(0x1a, 0x3fn, 0x5000n, 0x1234n, 0x4321n);
    expect(read).toMatchObject({ family: 'inpage-crc', layout: '1A-crc', backing: 'paging-file' });
    expect(read.status).toBeUndefined();
    expect(read.statusNotRecorded).toBe(false);
    expect(read.parameters.map((parameter) => parameter.label)).toEqual([
      'Subtype',
      'Offset in the paging file',
      'Checksum found',
      'Checksum expected',
    ]);
  });

  it('reads the status of a lost page of the compression store (windows-driver-docs#1908)', () => {
    expect(decode(0x1a, 0x6001n, 0xffffffffc0000010n, 0x1f3c8a5000n, 0xffffd38d26591060n)).toMatchObject({
      family: 'inpage',
      layout: '1A-store',
      status: 0xc0000010,
      faultingAddress: '0x0000001f3c8a5000',
    });
  });

  it('does not take zeros behind 0x6001 for success', () => {
    expect(decode(0x1a, 0x6001n, 0n, 0n, 0n)).toMatchObject({ statusNotRecorded: true, status: undefined });
  });

  it('names the other subtypes and keeps them apart from storage', () => {
    const read = decode(0x1a, 0x403n, 0xfffff680001de3e8n, 0xd6f00001a1af886fn, 0xfffffe80001de3e8n);
    expect(read).toMatchObject({ family: 'bugcheck-0x1a', layout: 'none', status: undefined });
    expect(meaning(read, 1)).toContain('RAM');
    expect(meaning(decode(0x1a, 0xabcdn), 1)).toContain('do not know');
  });
});

describe('boot and file system', () => {
  it('reads the status of an unmountable boot volume', () => {
    const read = decode(0xed, 0xffffd38d26591060n, 0xffffffffc0000032n, 0n, 0n);
    expect(read).toMatchObject({ family: 'bugcheck-0xed', layout: 'ED', status: 0xc0000032 });
    expect(meaning(read, 2)).toMatch(/^STATUS_DISK_CORRUPT_ERROR/);
    expect(decode(0xed, 0xffffd38d26591060n, 0n, 0n, 0n).statusNotRecorded).toBe(true);
  });

  it('reads the status that 0x7B carries in the field', () => {
    expect(decode(0x7b, 0xf78a6a94n, 0xc0000034n, 0n, 0n).status).toBe(0xc0000034);
    expect(decode(0x7b, 0xf7c4f640n, 0xc000000en, 0n, 0n).status).toBe(0xc000000e);
  });

  it('does not miss a status in 0x7B, which is documented without', () => {
    expect(decode(0x7b, 0xf78a6a94n, 0n, 0n, 0n)).toMatchObject({ status: undefined, statusNotRecorded: false });
  });

  it('tells the place in the source of a 0x24', () => {
    const read = decode(0x24, 0x001901f9n, 0xf743b5f8n, 0xf743b434n, 0x8013b59en);
    expect(meaning(read, 1)).toBe('Source file 0x19, line 505 of the NTFS driver.');
    expect(read.status).toBeUndefined();
    expect(read.parameters[2]?.label).toBe('Context record');
  });

  it('reads the status that 0x24 carries in parameter 3 without an exception record', () => {
    expect(decode(0x24, 0xb500190600n, 0n, 0xffffffffc0000102n, 0n).status).toBe(0xc0000102);
  });
});

describe('codes without a status', () => {
  it.each([
    ['0x154', 0x154, [0xffff838b24463000n, 0xffffe88a92f516b0n, 2n, 0n], 1, /store context/],
    ['0xEF of a process', 0xef, [0xffffbf8d0441f580n, 0n, 0n, 0n], 2, /A process ended/],
    ['0xEF of a thread', 0xef, [0xffffbf8d0441f580n, 1n, 0n, 0n], 2, /A thread ended/],
    ['0xF4 of a process', 0xf4, [3n, 0x8a760670n, 0n, 0n], 1, /A process ended/],
    ['0xF4 of a thread', 0xf4, [6n, 0x8a760670n, 0n, 0n], 1, /A thread ended/],
    ['0xF0 after a reset', 0xf0, [1n, 1n, 2n, 3n], 1, /after a successful reset/],
    ['0xF0 after an abort', 0xf0, [2n, 1n, 2n, 3n], 4, /aborted/],
    ['0xF0 after a timeout', 0xf0, [3n, 1n, 2n, 3n], 4, /timeout/],
    ['0xF0 of cryptography', 0xf0, [4n, 1n, 2n, 3n], 3, /type of the operation/],
    ['0x9F of a blocked request', 0x9f, [3n, 0xffffd38d26591060n, 0xffffe38a21c2f870n, 0xffffd38d33860aa0n], 4, /IRP/],
    ['0x9F of Plug and Play', 0x9f, [4n, 300n, 1n, 2n], 2, /seconds/],
    ['0x9F of an unknown kind', 0x9f, [9n, 1n, 2n, 3n], 1, /do not know/],
    ['0x133 of one call', 0x133, [0n, 501n, 500n, 1n], 3, /clock ticks/],
    ['0x133 added up', 0x133, [1n, 0x1e00n, 1n, 0n], 1, /added up/],
    ['0xD1 of a write', 0xd1, [0n, 2n, 1n, 0xba940dc2n], 3, /Write/],
    ['0x50 of a write', 0x50, [0xfffff8053c2b0000n, 2n, 1n, 2n], 2, /Write/],
    ['0x50 without a page table', 0x50, [0xfffff8053c2b0000n, 0n, 1n, 2n], 4, /no page table/],
    ['0x139 of a list', 0x139, [3n, 1n, 2n, 0n], 1, /linked list/],
  ] as const)('reads %s', (_, code, parameters, n, expected) => {
    const read = decode(code, ...parameters);
    expect(read).toMatchObject({ family: `bugcheck-0x${code.toString(16)}`, layout: 'none', backing: 'unknown' });
    expect(read.status).toBeUndefined();
    expect(read.statusNotRecorded).toBe(false);
    expect(meaning(read, n)).toMatch(expected);
  });
});

describe('codes without a reading', () => {
  it('shows four plain parameters (Windows 7 x64, 0x00010001 of python-evtx)', () => {
    const read = decode(65537, 0n, 0n, 0n, 0n);
    expect(read).toMatchObject({
      code: 0x10001,
      name: 'BUGCHECK_0x00010001',
      family: 'bugcheck-0x10001',
      layout: 'none',
    });
    expect(read.parameters.map(({ number, value, label }) => [number, value, label])).toEqual(
      [1, 2, 3, 4].map((n) => [n, '0x0000000000000000', `Parameter ${n}`]),
    );
  });

  it("shows a driver's private code", () => {
    const read = decode(0x4a4b4d53, 0xc000000en, 0x01d04bf0n, 0x10n, 0x29an);
    expect(read).toMatchObject({ name: 'BUGCHECK_0x4A4B4D53', family: 'bugcheck-0x4a4b4d53', status: undefined });
  });

  it('keeps a missing parameter apart from zero', () => {
    const read = decode(0x116, 1n, 0n);
    expect(read.parameters[1]?.value).toBe('0x0000000000000000');
    expect(read.parameters[2]?.value).toBeUndefined();
    expect(meaning(read, 3)).toContain('Not recorded');
  });
});

describe('no code at all', () => {
  it('is an unclean shutdown', () => {
    expect(decodeNoCode()).toMatchObject({ code: 0, name: 'NO_BUGCHECK_RECORDED', family: 'unclean-shutdown' });
    expect(decode(0, 0n, 0n, 0n, 0n)).toEqual(decodeNoCode());
    expect(isUncleanShutdown(decodeNoCode())).toBe(true);
    expect(isUncleanShutdown(decode(0x7a))).toBe(false);
  });
});

describe('every stop', () => {
  const interesting = [0n, 1n, 2n, 3n, 4n, 0x3fn, 0x103n, 0x6001n, 0xc0000185n, 0xffffffffc000000en, 0xc0201754n];
  const parameter = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom(...interesting, 0xfffff6fc40008070n, 0xfffff8800100e000n),
    fc.bigInt(0n, 0xffff_ffffn),
    fc.bigInt(0n, 0xffff_ffff_ffff_ffffn),
  );
  const code = fc.oneof(
    fc.constantFrom(...DECODERS.keys()),
    fc.constantFrom(...BUGCHECKS.map((entry) => entry.code as number)),
    fc.integer({ min: 0, max: 0xffff_ffff }),
  );
  const stop = fc.record({
    code: code.map(BugcheckCode),
    parameters: fc.tuple(parameter, parameter, parameter, parameter),
  });

  it('has a decode whose status fits 32 bits and whose addresses are sixteen digits', () => {
    fc.assert(
      fc.property(stop, (any) => {
        const read = decodeStop(any);
        expect(read.code).toBe(baseBugcheck(any.code));
        if (read.status !== undefined) expect(read.status).toBe(read.status >>> 0);
        expect(read.faultingAddress ?? '0x0123456789abcdef').toMatch(/^0x[0-9a-f]{16}$/);
        expect(read.parameters).toHaveLength(read.code === 0 ? 0 : 4);
        for (const sentence of [...read.warnings, ...read.parameters.map((each) => each.meaning)])
          expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('never has a status that was not recorded, nor a page file that Windows cannot have', () => {
    fc.assert(
      fc.property(stop, (any) => {
        const read = decodeStop(any);
        expect(read.status !== undefined && read.statusNotRecorded).toBe(false);
        expect(read.pageFileNumber ?? 0).toBeLessThan(16);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes its status from one of its parameters', () => {
    fc.assert(
      fc.property(stop, (any) => {
        const { status } = decodeStop(any);
        if (status === undefined) return;
        const low = any.parameters.map((each) => each !== undefined && Number(each & 0xffff_ffffn));
        expect(low).toContain(status);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a signed parameter as the unsigned one of the same bits', () => {
    const signed = BigInt.asIntN(64, 0xffffffffc0000185n);
    expect(decode(0x7a, 1n, signed, 0n, 0n)).toEqual(decode(0x7a, 1n, 0xffffffffc0000185n, 0n, 0n));
    expect(decode(0x7a, 1n, signed, 0n, 0n).status).toBe(0xc0000185);
  });

  it('survives parameters that no 64-bit value can be', () => {
    expect(decode(0x7a, -1n, 1n << 70n, -(1n << 80n), 1n << 64n).parameters[0]?.value).toBe('0xffffffffffffffff');
  });
});
