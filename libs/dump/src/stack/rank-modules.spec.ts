import { writeDumpX64, X64_PICTURE, type DumpPicture } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../bytes/byte-source.js';
import type { KernelDump } from '../kernel-dump.js';
import { readDump } from '../read-dump.js';

const NAMES = [
  'ntoskrnl.exe',
  'dxgkrnl.sys',
  'amdppm.sys',
  'ACPI.sys',
  'atikmdag.sys',
  'Wdf01000.sys',
  'iaStorA.sys',
] as const;
const base = (name: string) => 0xfffff803_00000000n + BigInt(NAMES.indexOf(name as never)) * 0x100_0000n;
const drivers = NAMES.map((name) => ({
  path: `\\SystemRoot\\System32\\drivers\\${name}`,
  base: base(name),
  size: 0x10_0000,
}));
const top = 0xffffd000_00000000n;

/** A dump whose stack holds an address in each of the drivers, top first; `-` is a value that means nothing. */
function stackOf(stack: string, overrides: Partial<DumpPicture> = {}) {
  const values = stack.split(' ').map((name) => (name === '-' ? 0x1234n : base(name) + 0x100n));
  const context = { ...X64_PICTURE.context, ip: base('ntoskrnl.exe') + 0x5000n, sp: top };
  const bytes = writeDumpX64({
    code: 0x133,
    parameters: [0n, 0n, 0n, 0n],
    drivers,
    unloaded: [],
    context,
    stack: { top, values },
    ...overrides,
  });
  return (readDump(bufferSource(bytes)) as KernelDump).stack!;
}
const order = (stack: ReturnType<typeof stackOf>) =>
  stack.modules.map(({ module, standing }) => `${module.name} ${standing}`);

describe('the drivers of a stack', () => {
  it('the kernel stays in the list and never leads', () => {
    const stack = stackOf('ntoskrnl.exe ntoskrnl.exe ntoskrnl.exe');
    expect(order(stack)).toEqual(['ntoskrnl.exe repeated']);
    expect(stack.leading).toBeUndefined();
  });

  it('the third party with two hits leads before Windows and before single hits', () => {
    const stack = stackOf(
      'ntoskrnl.exe iaStorA.sys dxgkrnl.sys dxgkrnl.sys - atikmdag.sys atikmdag.sys Wdf01000.sys Wdf01000.sys',
    );
    expect(order(stack)).toEqual([
      'atikmdag.sys repeated',
      'dxgkrnl.sys repeated',
      'Wdf01000.sys repeated',
      'iaStorA.sys single',
      'ntoskrnl.exe single',
    ]);
    expect(stack.leading?.module.name).toBe('atikmdag.sys');
  });

  it('a single hit of a third party does not lead', () => {
    expect(stackOf('ntoskrnl.exe - iaStorA.sys ntoskrnl.exe').leading).toBeUndefined();
  });

  it('the caller of KeBugCheckEx leads', () => {
    const stack = stackOf('atikmdag.sys ntoskrnl.exe dxgkrnl.sys dxgkrnl.sys', { code: 0xa0000001 });
    expect(stack.leading).toMatchObject({ module: { name: 'atikmdag.sys' }, standing: 'caller' });
  });

  it('a part of the kernel that called it leaves the lead to a third party with two hits', () => {
    const stack = stackOf('dxgkrnl.sys ntoskrnl.exe atikmdag.sys atikmdag.sys', { code: 0xea });
    expect(stack.modules[0]).toMatchObject({ module: { name: 'dxgkrnl.sys' }, standing: 'caller' });
    expect(stack.leading?.module.name).toBe('atikmdag.sys');
    expect(stackOf('dxgkrnl.sys ntoskrnl.exe').leading?.module.name).toBe('dxgkrnl.sys');
  });

  it.each([
    [0xd1, 4],
    [0x0a, 4],
    [0x50, 3],
    [0x3b, 2],
    [0x1000007e, 2],
  ])('the instruction that %i names in parameter %i beats the stack', (code, parameter) => {
    const parameters = [0n, 0n, 0n, 0n] as [bigint, bigint, bigint, bigint];
    parameters[parameter - 1] = base('iaStorA.sys') + 0x5d28n;
    const stack = stackOf('ntoskrnl.exe atikmdag.sys atikmdag.sys', { code, parameters });
    expect(stack.leading).toMatchObject({
      module: { name: 'iaStorA.sys' },
      standing: 'named',
      hits: 0,
    });
    expect(order(stack)[0]).toBe('iaStorA.sys named');
  });

  it('an instruction in the kernel names nobody', () => {
    const parameters = [0n, 0n, 0n, base('ntoskrnl.exe') + 0x10n] as const;
    expect(stackOf('ntoskrnl.exe ntoskrnl.exe', { code: 0xd1, parameters }).leading).toBeUndefined();
  });

  // rizin unwound nt, amdppm, Wdf01000 from this kind of stack; a scan from its top adds a stale ACPI.
  it('a stack with a faulting context is read from its stack pointer', () => {
    const context = { ...X64_PICTURE.context, ip: base('amdppm.sys') + 0x10n, sp: top + 0x28n };
    const stack = 'ntoskrnl.exe ACPI.sys ACPI.sys ntoskrnl.exe - amdppm.sys amdppm.sys Wdf01000.sys ntoskrnl.exe';
    const scan = stackOf(stack, { code: 0x1000007e, context });
    expect(scan.scannedFrom).toBe(top + 0x28n);
    expect(order(scan)).toEqual(['amdppm.sys named', 'Wdf01000.sys single', 'ntoskrnl.exe single']);
    expect(scan.leading?.module.name).toBe('amdppm.sys');
  });

  it('a stack pointer outside the stack changes nothing', () => {
    const context = { ...X64_PICTURE.context, sp: top + 0x10_0000n };
    expect(stackOf('ntoskrnl.exe', { code: 0x1000007e, context }).scannedFrom).toBe(top);
  });

  it('a driver that was unloaded is found and marked', () => {
    const unloaded = [{ name: 'cbfs3.sys', base: 0xfffff804_00000000n, end: 0xfffff804_00010000n }];
    const values = [base('ntoskrnl.exe') + 1n, 0xfffff804_00000010n, 0xfffff804_00000020n];
    const { stack } = readDump(bufferSource(writeDumpX64({ drivers, unloaded, stack: { top, values } }))) as KernelDump;
    expect(stack?.leading).toMatchObject({ module: { name: 'cbfs3.sys', unloaded: true }, hits: 2 });
  });

  it('keeps no more hits than it needs, and counts all', () => {
    const stack = stackOf(Array.from({ length: 400 }, () => 'atikmdag.sys').join(' '));
    expect(stack.hits).toHaveLength(256);
    expect(stack.modules[0]?.hits).toBe(400);
  });
});
