import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUGCHECK_ALIASES } from './bugcheck-aliases.js';
import { BUGCHECKS, bugcheck, findBugcheck } from './bugcheck.js';
import { BugcheckCode, baseBugcheck } from '../numbers.js';
import { STORAGE_BUGCHECKS } from './storage/storage-bugchecks.js';

const storageOf = (code: number): string => bugcheck(BugcheckCode(code)).storage;

describe('the table of bugchecks', () => {
  it('holds the 375 codes of the reference and 104 of the header', () => {
    expect(BUGCHECKS).toHaveLength(479);
  });

  it('has each code and each name once, in ascending order', () => {
    const codes = BUGCHECKS.map((entry) => entry.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(BUGCHECKS.map((entry) => entry.name)).size).toBe(codes.length);
    expect(codes).toEqual([...codes].sort((a, b) => a - b));
  });

  it('holds base codes only, so that a flagged code finds them', () => {
    for (const entry of BUGCHECKS) expect(baseBugcheck(entry.code)).toBe(entry.code);
  });

  it.each(BUGCHECKS.map((entry) => [entry.name, entry] as const))('%s has a source, a name and a title', (_, entry) => {
    expect(entry.source).toMatch(/^https:\/\//);
    expect(entry.name).toMatch(/^[A-Z0-9_]+$/);
    expect(entry.title).toMatch(/^[A-Z].{10,90}[^.]$/);
  });

  it('speaks more of each code that can speak of storage', () => {
    for (const code of STORAGE_BUGCHECKS.keys()) expect(bugcheck(BugcheckCode(code)).summary).toMatch(/\.$/);
    expect(BUGCHECKS.filter((entry) => entry.summary)).toHaveLength(STORAGE_BUGCHECKS.size);
  });

  it('has no alias that is a name of its own', () => {
    for (const alias of BUGCHECK_ALIASES.keys()) expect(BUGCHECKS.some((entry) => entry.name === alias)).toBe(false);
  });
});

describe('bugcheck', () => {
  it.each([
    [0x7a, 'KERNEL_DATA_INPAGE_ERROR'],
    [0x77, 'KERNEL_STACK_INPAGE_ERROR'],
    [0x1a, 'MEMORY_MANAGEMENT'],
    [0xed, 'UNMOUNTABLE_BOOT_VOLUME'],
    [0xef, 'CRITICAL_PROCESS_DIED'],
    [0x154, 'UNEXPECTED_STORE_EXCEPTION'],
    [0x176, 'STORAGE_STACK_FATAL_ERROR'],
    [0xc0000221, 'STATUS_IMAGE_CHECKSUM_MISMATCH'],
  ])('0x%x is %s', (code, name) => {
    expect(bugcheck(BugcheckCode(code))).toMatchObject({ code, name, known: true });
  });

  it('strips the flag of a minidump', () => {
    expect(bugcheck(BugcheckCode(0x1000007e))).toMatchObject({
      code: 0x7e,
      name: 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
    });
    expect(bugcheck(BugcheckCode(0x100000d1)).code).toBe(0xd1);
  });

  it('gives an entry to a code that a driver made up', () => {
    const entry = bugcheck(BugcheckCode(0x4a4b4d53));
    expect(entry).toMatchObject({ name: 'BUGCHECK_0x4A4B4D53', known: false, storage: 'unknown' });
  });

  it('weighs how strongly a code points at storage', () => {
    expect([0x7a, 0x77, 0xed].map(storageOf)).toEqual(Array(3).fill('direct-status'));
    expect([0xf0, 0x140, 0x7b].map(storageOf)).toEqual(Array(3).fill('direct'));
    const corroborating = [0xf4, 0xef, 0x154, 0x24, 0x149, 0xc0000221, 0xc000021a, 0x9f, 0x133, 0x50];
    expect(corroborating.map(storageOf)).toEqual(Array(10).fill('corroborates'));
    expect([0x139, 0xd1, 0x1c7, 0x12b, 0x1a].map(storageOf)).toEqual(Array(5).fill('not-storage'));
    expect(storageOf(0x116)).toBe('unknown');
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (code) => {
        const entry = bugcheck(BugcheckCode(code));
        expect(entry.code).toBe(baseBugcheck(BugcheckCode(code)));
        expect(entry.name).not.toBe('');
      }),
    );
  });
});

describe('findBugcheck', () => {
  it('finds every code by its name and by each spelling of its number', () => {
    for (const entry of BUGCHECKS) {
      const hex = entry.code.toString(16);
      for (const text of [
        entry.name,
        entry.name.toLowerCase(),
        `0x${hex}`,
        hex.padStart(8, '0'),
        hex.padStart(16, '0'),
        hex.padStart(16, entry.code >= 0x8000_0000 ? 'f' : '0'),
        String(entry.code),
        String(entry.code | 0),
      ])
        expect(findBugcheck(text), text).toBe(entry);
    }
  });

  it.each([
    ['122', 'KERNEL_DATA_INPAGE_ERROR'],
    ['340', 'UNEXPECTED_STORE_EXCEPTION'],
    ['0x1000008e', 'KERNEL_MODE_EXCEPTION_NOT_HANDLED'],
    ['KERNEL_MODE_EXCEPTION_NOT_HANDLED_M', 'KERNEL_MODE_EXCEPTION_NOT_HANDLED'],
    ['STATUS_SYSTEM_PROCESS_TERMINATED', 'WINLOGON_FATAL_ERROR'],
    ['SOFT_RESTART_FATAL_ERROR', 'SESSION4_INITIALIZATION_FAILED'],
    ['0x4a4b4d53', 'BUGCHECK_0x4A4B4D53'],
    ['BUGCHECK_0x4A4B4D53', 'BUGCHECK_0x4A4B4D53'],
  ])('reads %s as %s', (text, name) => {
    expect(findBugcheck(text)?.name).toBe(name);
  });

  it('finds any code by the name of its entry, published or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (code) => {
        const entry = bugcheck(BugcheckCode(code));
        expect(findBugcheck(entry.name)).toEqual(entry);
      }),
    );
  });

  it.each(['', 'BLUE_SCREEN', '0x', 'fffff800c0000005'])('does not know %j', (text) => {
    expect(findBugcheck(text)).toBeUndefined();
  });
});
