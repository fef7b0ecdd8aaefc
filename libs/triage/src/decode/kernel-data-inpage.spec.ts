import { BugcheckCode } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import type { Decode, Stop } from '../stop.js';
import { decodeStop } from './decode-stop.js';

const decode = (...parameters: Stop['parameters']): Decode => decodeStop({ code: BugcheckCode(0x7a), parameters });

const NO_DEVICE = 0xffffffffc000000en;
const IO_ERROR = 0xffffffffc0000185n;
const IMAGE = 0xfffff8053c2b0000n;
const PROCESS = 0xffffd38d26591060n;

describe('real crashes', () => {
  it('reads the prototype entry of a driver image (Windows 10 x64, openzfsonwindows/ZFSin#313)', () => {
    expect(decode(0xffffc1049a602ec0n, NO_DEVICE, 0x00000002454628c0n, IMAGE)).toMatchObject({
      name: 'KERNEL_DATA_INPAGE_ERROR',
      family: 'inpage',
      layout: 'C',
      status: 0xc000000e,
      statusNotRecorded: false,
      backing: 'section',
      faultingAddress: '0xfffff8053c2b0000',
      warnings: [],
    });
  });

  it('reads the prototype entry of a driver image (Windows 10 x64, BugCheck line of WinDbg)', () => {
    expect(decode(0xffffe48724036a18n, IO_ERROR, 0xbcbcc860n, 0xfffff80ed8419ee4n)).toMatchObject({
      layout: 'C',
      status: 0xc0000185,
      backing: 'section',
    });
  });

  it('finds the page in the paging file although parameter 3 is missing (Windows 7 x64, mikemstech 2011)', () => {
    const read = decode(0xfffff6fc40008070n, NO_DEVICE, undefined, 0xfffff8800100e000n);
    expect(read).toMatchObject({ layout: 'C', status: 0xc000000e, backing: 'paging-file', warnings: [] });
    expect(read.parameters[2]).toMatchObject({ value: undefined, meaning: expect.stringContaining('Not recorded') });
  });

  it('finds the page in the paging file (Windows 7 x64, WhoCrashed)', () => {
    expect(decode(0xfffff6fc40008770n, IO_ERROR, 0x1c9eb860n, 0xfffff880010eef3cn)).toMatchObject({
      layout: 'C',
      status: 0xc0000185,
      backing: 'paging-file',
    });
  });

  it('finds the page in the paging file (Windows 7 x64, BlueScreenView)', () => {
    expect(decode(0xfffff6fb80000000n, 0xffffffffc00000c0n, 0x994cf880n, 0xfffff70000000058n)).toMatchObject({
      layout: 'C',
      status: 0xc00000c0,
      backing: 'paging-file',
      warnings: [],
    });
  });

  it('sees by arithmetic that parameters 3 and 4 stand in the old order (Windows XP x86)', () => {
    const read = decode(0xc0201754n, 0xc0000185n, 0x805d5b25n, 0x0456d860n);
    expect(read).toMatchObject({
      layout: 'C-old',
      status: 0xc0000185,
      backing: 'paging-file',
      faultingAddress: '0x00000000805d5b25',
    });
    expect(read.parameters.map((parameter) => parameter.label)).toEqual([
      'Address of the page table entry',
      'I/O status',
      'Faulting address',
      'Contents of the page table entry',
    ]);
  });

  it('reads the oldest form with paging file and offset (Windows NT 3.51, KB Q133183)', () => {
    const read = decode(0x103n, 0xc0000185n, 0n, 0x43000n);
    expect(read).toMatchObject({ layout: 'NT', status: 0xc0000185, backing: 'paging-file', pageFileNumber: 0 });
    expect(read.parameters[3]).toMatchObject({ label: 'Offset in the paging file', value: '0x0000000000043000' });
  });

  it('does not take zeros of Kernel-Power 41 for success', () => {
    const read = decode(0xfffff1d8c0683248n, 0n, 0n, 0n);
    expect(read).toMatchObject({ family: 'inpage', layout: 'C', statusNotRecorded: true, backing: 'unknown' });
    expect(read.status).toBeUndefined();
    expect(read.faultingAddress).toBeUndefined();
    expect(read.parameters[1]).toMatchObject({
      value: '0x0000000000000000',
      meaning: expect.stringContaining('Not recorded'),
    });
  });

  it('admits that a mistyped blue screen cannot be put in order', () => {
    const read = decode(0x0c03e054n, 0xc000000en, 0xf8395384n, 0x05679860n);
    expect(read).toMatchObject({ layout: 'C', status: 0xc000000e, backing: 'unknown' });
    expect(read.faultingAddress).toBeUndefined();
    expect(read.warnings).toHaveLength(2);
  });

  it('reads the same blue screen once the missing digit is put back', () => {
    expect(decode(0xc03e0e54n, 0xc000000en, 0xf8395384n, 0x05679860n)).toMatchObject({
      layout: 'C-old',
      backing: 'paging-file',
      faultingAddress: '0x00000000f8395384',
    });
  });
});

describe('the layouts', () => {
  it.each([
    ['lock type 1', [1n, IO_ERROR, PROCESS, IMAGE], 'A'],
    ['lock type 1 without a process', [1n, IO_ERROR, 0n, IMAGE], 'A'],
    ['lock type 2', [2n, IO_ERROR, 0n, IMAGE], 'A'],
    ['lock type 3 with parameter 3 zero', [3n, IO_ERROR, 0n, IMAGE], 'A'],
    ['lock type 3 with an in-page support', [3n, IO_ERROR, PROCESS, IMAGE], 'B'],
    ['lock type 4', [4n, IO_ERROR, 0n, IMAGE], 'B'],
    ['lock type 4 with an in-page support', [4n, IO_ERROR, PROCESS, IMAGE], 'B'],
  ] as const)('%s', (_, parameters, layout) => {
    expect(decode(...parameters)).toMatchObject({
      layout,
      status: 0xc0000185,
      backing: 'unknown',
      faultingAddress: '0xfffff8053c2b0000',
      warnings: [],
    });
  });

  it.each([5n, 0x20n, 0xffffn])('keeps status and address beside the undocumented lock type %s', (lockType) => {
    const read = decode(lockType, IO_ERROR, 0n, IMAGE);
    expect(read).toMatchObject({ layout: 'none', status: 0xc0000185, faultingAddress: '0xfffff8053c2b0000' });
    expect(read.warnings[0]).toContain('no documented lock type');
    expect(read.parameters.some((parameter) => parameter.label.includes('Contents'))).toBe(false);
  });

  it('does not choose between A and B when parameter 3 is missing', () => {
    const read = decode(3n, IO_ERROR, undefined, IMAGE);
    expect(read).toMatchObject({ layout: 'none', status: 0xc0000185 });
    expect(read.warnings[0]).toContain('Parameter 3 was not recorded');
  });

  it('does not choose between A and B when only parameter 1 was recorded', () => {
    expect(decode(3n, 0n, 0n, 0n)).toMatchObject({ layout: 'none', statusNotRecorded: true });
    expect(decode(1n, 0n, 0n, 0n)).toMatchObject({ layout: 'A', statusNotRecorded: true });
  });

  it('tells a missing stack signature when parameters 1 and 3 are zero', () => {
    const read = decode(0n, IO_ERROR, 0n, IMAGE);
    expect(read).toMatchObject({ layout: 'none', status: 0xc0000185 });
    expect(read.warnings[0]).toContain('RAM');
  });

  it('reads nothing out of four zeros', () => {
    expect(decode(0n, 0n, 0n, 0n)).toMatchObject({ layout: 'none', statusNotRecorded: true, warnings: [] });
    expect(decode()).toMatchObject({ layout: 'none', statusNotRecorded: true, warnings: [] });
  });

  it('reads the entry of a PAE system', () => {
    const pte = 0xc0000000n + (0x805d5b25n >> 12n) * 8n;
    expect(decode(pte, 0xc000009cn, 0x12345860n, 0x805d5b25n)).toMatchObject({
      layout: 'C',
      backing: 'paging-file',
      faultingAddress: '0x00000000805d5b25',
    });
  });

  it('takes a 32-bit kernel address outside the page tables for a prototype entry', () => {
    expect(decode(0xe1234560n, 0xc000009cn, 0x12345860n, 0xf8395384n)).toMatchObject({
      layout: 'C',
      backing: 'section',
      faultingAddress: '0x00000000f8395384',
      warnings: [],
    });
  });
});

describe('the traps', () => {
  it('takes zero beside recorded parameters for reported success', () => {
    const read = decode(0xffffc1049a602ec0n, 0n, 0x2454628c0n, IMAGE);
    expect(read).toMatchObject({ status: 0, statusNotRecorded: false });
    expect(read.warnings[0]).toContain('reported success');
  });

  it('has no status when the upper half of parameter 2 is no sign extension', () => {
    const read = decode(1n, 0xfffff800c0000005n, 0n, IMAGE);
    expect(read.status).toBeUndefined();
    expect(read.statusNotRecorded).toBe(false);
    expect(read.warnings[0]).toContain('sign extension');
  });

  it.each([
    ['swapped with the lock type', [0xc0000185n, 1n, 0n, IMAGE]],
    ['sign-extended and swapped', [IO_ERROR, 1n, 0n, IMAGE]],
    ['shifted by one', [NO_DEVICE, 0x2454628c0n, IMAGE, 0n]],
    ['shifted and cut off', [0xc000000en, 0n, 0n, 0n]],
  ] as const)('flags parameters that are %s, and guesses nothing', (_, parameters) => {
    const read = decode(...parameters);
    expect(read).toMatchObject({ family: 'inpage', layout: 'none', backing: 'unknown' });
    expect(read.status).toBeUndefined();
    expect(read.faultingAddress).toBeUndefined();
    expect(read.warnings[0]).toContain('swapped or shifted');
  });

  it('does not take a page table entry of 32-bit Windows for a status', () => {
    expect(decode(0xc0210000n, 0xc0000185n, 0n, 0x84000000n)).toMatchObject({ layout: 'C', backing: 'paging-file' });
  });

  it('says that the missing page was a page table', () => {
    const pte = 0xfffff6fc40008070n;
    const pde = 0xfffff68000000000n | (((pte >> 12n) & 0xfffffffffn) << 3n);
    expect(decode(pde, IO_ERROR, 0x12345860n, pte)).toMatchObject({
      layout: 'C',
      backing: 'paging-file',
      warnings: ['The missing page was itself a page table.'],
    });
  });

  it('does not call an entry of the page tables a prototype entry because it belongs elsewhere', () => {
    const read = decode(0xfffff6fc40008070n, IO_ERROR, 0x12345860n, IMAGE);
    expect(read).toMatchObject({ layout: 'C', backing: 'unknown', faultingAddress: '0xfffff8053c2b0000' });
    expect(read.warnings[0]).toContain('not that of the address');
    expect(decode(0xc0201754n, 0xc0000185n, 0x11111860n, 0xf8395384n).backing).toBe('unknown');
  });

  it('does not take the contents of an entry for an address because the arithmetic happens to fit', () => {
    const contents = 0x2454628c0n;
    const pte = 0xffffc08000000000n | ((contents >> 12n) << 3n);
    expect(decode(pte, IO_ERROR, contents, IMAGE)).toMatchObject({ layout: 'C', backing: 'section' });
  });

  it('leaves the arithmetic out for an address of 57 bits', () => {
    const read = decode(0xffffc1049a602ec0n, IO_ERROR, 0n, 0xff11000012345000n);
    expect(read).toMatchObject({ layout: 'C', status: 0xc0000185, backing: 'unknown' });
    expect(read.warnings[0]).toContain('48 bits');
  });

  it('does not believe in a paging file beyond the sixteenth', () => {
    const read = decode(0x103n, 0xc0000185n, 16n, 0x43000n);
    expect(read.layout).toBe('NT');
    expect(read.pageFileNumber).toBeUndefined();
    expect(read.warnings[0]).toContain('at most sixteen');
    expect(decode(0x103n, 0xc0000185n, 15n, 0x43000n).pageFileNumber).toBe(15);
  });

  it('does not read two statuses of 64-bit Windows as the form of NT', () => {
    const read = decode(NO_DEVICE, NO_DEVICE, 0n, 0x43000n);
    expect(read).toMatchObject({ layout: 'none', status: 0xc000000e, backing: 'unknown' });
    expect(read.warnings[0]).toContain('both look like');
  });

  it('reads the code with the flag of a minidump alike', () => {
    const parameters: Stop['parameters'] = [1n, IO_ERROR, 0n, IMAGE];
    expect(decodeStop({ code: BugcheckCode(0x1000007a), parameters })).toEqual(decode(...parameters));
  });
});
