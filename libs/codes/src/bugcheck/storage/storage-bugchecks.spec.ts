import { describe, expect, it } from 'vitest';
import { BugcheckCode } from '../../numbers.js';
import { bugcheck } from '../bugcheck.js';
import { STORAGE_BUGCHECK_CHAPTERS, STORAGE_BUGCHECKS } from './storage-bugchecks.js';

/** Every code that can speak of storage: the pages of Microsoft that name disks, files or the storage stack. */
const SPEAK_OF_STORAGE = [
  0x1a, 0x1e, 0x22, 0x23, 0x24, 0x3b, 0x50, 0x51, 0x6b, 0x74, 0x77, 0x7a, 0x7b, 0x7e, 0x8e, 0x9f, 0xd1, 0xed, 0xef,
  0xf0, 0xf4, 0x120, 0x124, 0x12b, 0x12c, 0x12f, 0x133, 0x136, 0x139, 0x140, 0x149, 0x154, 0x176, 0x1c7, 0xc0000218,
  0xc000021a, 0xc0000221,
];

describe('the deep entries', () => {
  it('cover every code that can speak of storage, each once', () => {
    const codes = STORAGE_BUGCHECK_CHAPTERS.flatMap(([, rows]) => rows.map(([code]) => code));
    expect([...codes].sort((a, b) => a - b)).toEqual(SPEAK_OF_STORAGE);
  });

  it.each([...STORAGE_BUGCHECKS].map(([code, entry]) => [bugcheck(BugcheckCode(code)).name, entry] as const))(
    '%s tells of its parameters and of what to look at next',
    (_, { summary, forms, next }) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(next.length).toBeGreaterThan(0);
      for (const step of next) expect(step).toMatch(/^(?:[A-Z0-9]|chkdsk|sfc).*[.?]$/);
      for (const { parameters } of forms)
        for (const parameter of parameters) expect(parameter).toMatch(/^[^|]+[^.|]$|^\d$/);
      if (forms.length > 1) for (const { when } of forms) expect(when).toMatch(/^[a-z].*[^.]$/i);
    },
  );

  it('say where the NTSTATUS stands, for each code that carries one', () => {
    for (const [code, { storage, forms }] of STORAGE_BUGCHECKS)
      if (storage === 'direct-status')
        expect(
          forms.some(({ parameters }) => parameters[1].startsWith('NTSTATUS')),
          String(code),
        ).toBe(true);
  });

  it('have a page of Microsoft each, except the one that has none', () => {
    for (const code of STORAGE_BUGCHECKS.keys()) {
      const address = bugcheck(BugcheckCode(code)).source!;
      if (code === 0x176) expect(address).toMatch(/bugcodes\.h$/);
      else expect(address).toMatch(new RegExp(`/debugger/bug-check-0x${code.toString(16)}-`));
    }
  });
});

describe('the address of a page', () => {
  it.each([
    [0x7a, 'bug-check-0x7a--kernel-data-inpage-error'],
    [0x12b, 'bug-check-0x12b---faulty-hardware-corrupted-page'],
    [0x133, 'bug-check-0x133-dpc-watchdog-violation'],
    [0xc000021a, 'bug-check-0xc000021a--winlogin-fatal-error'],
    [0x141, 'bug-check-0x141---video-engine-timeout-detected'],
  ])('of 0x%x ends in %s', (code, page) => {
    expect(bugcheck(BugcheckCode(code)).source).toBe(
      `https://learn.microsoft.com/windows-hardware/drivers/debugger/${page}`,
    );
  });
});
