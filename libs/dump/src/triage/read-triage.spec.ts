import { CPU_PICTURE, SECONDARY, writeDumpX64, writeDumpX86, X64_PICTURE, X86_PICTURE } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { bufferSource, prefixSource } from '../bytes/byte-source.js';
import type { KernelDump } from '../kernel-dump.js';
import { readDump } from '../read-dump.js';

const read = (bytes: Uint8Array): KernelDump => readDump(bufferSource(bytes)) as KernelDump;
const why = (dump: KernelDump, field: string) => dump.warnings.find((warning) => warning.field === field)?.why;
const baseName = (path: string) => path.slice(path.lastIndexOf('\\') + 1);

const FIELDS = [
  'context', 'drivers', 'unloadedDrivers', 'processName', 'currentProcessor', 'stack', 'memoryManager', 'smbios', 'cpu',
  'hypervisor', 'storage', 'pagingStorage', 'flavour', 'architecture', 'bugcheck', 'parameters', 'crashTime', 'upTimeMs',
  'processors', 'memoryBytes', 'exception', 'attributes', 'bootId', 'requiredBytes',
] as const; // prettier-ignore

describe.each([
  ['x64', writeDumpX64, X64_PICTURE],
  ['x86', writeDumpX86, X86_PICTURE],
])('a triage dump of %s', (architecture, write, picture) => {
  describe.each(['R', 'K'] as const)('of flavour %s', (flavour) => {
    const dump = read(write({ flavour, secondary: SECONDARY }));

    it('is recognised as what it is', () => {
      expect(dump).toMatchObject({ kind: 'triage', architecture, complete: true });
      expect(dump.flavour).toBe(flavour === 'K' ? 'kernel-generated' : 're-written');
    });

    it('lists its drivers by file name', () => {
      expect(dump.drivers).toEqual(
        picture.drivers.map(({ path, base, size, checkSum = 0, timestamp = 0 }) => ({
          name: baseName(path),
          base,
          size,
          checkSum,
          timestamp,
        })),
      );
    });

    it('lists its unloaded drivers, whose names Windows cuts off', () => {
      expect(dump.unloadedDrivers).toEqual(
        picture.unloaded.map(({ name, base, end }) => ({ name: name.slice(0, 12), base, size: Number(end - base) })),
      );
    });

    it('names process, processor and build', () => {
      expect(dump.processName).toBe(picture.process.name.slice(0, 15));
      expect(dump.currentProcessor).toBe(3);
      expect(dump.os.lab).toBe(picture.lab.text);
    });

    it('tells where the processor was and what the stack holds', () => {
      expect(dump.context).toMatchObject({ instructionPointer: picture.context.ip, stackPointer: picture.context.sp });
      expect(dump.stack).toMatchObject({ top: picture.stack.top, scannedFrom: picture.stack.top });
      expect(dump.stack!.hits[0]).toMatchObject({ at: picture.stack.top, module: { base: picture.drivers[0]!.base } });
      expect(dump.stack!.leading?.module.name).toBe('vendor.sys');
    });

    it('says whose page the missing one was', () => {
      expect(dump.parameterModules).toMatchObject([
        { parameter: 4, module: { name: 'vendor.sys' }, isInstruction: false },
      ]);
    });

    it('counts what the Memory Manager counted', () => {
      const [maximumNonPagedPool, allocatedNonPagedPool, , , committedPages, , commitLimit] = picture.memoryManager;
      expect(dump.memoryManager).toMatchObject({
        maximumNonPagedPool,
        allocatedNonPagedPool,
        committedPages,
        commitLimit,
        verifyDriverLevel: 0,
      });
    });

    it('reads what stands behind it', () => {
      expect(dump.smbios).toMatchObject({ manufacturer: 'Dell Inc.', product: 'Vostro 3020 T' });
      expect(dump.cpu).toMatchObject({ vendor: CPU_PICTURE.vendor, microcode: CPU_PICTURE.microcode });
      expect(dump.hypervisor).toBe('VirtualBox');
      expect(dump.storage?.recorded).toBe(6);
    });

    it('says why of every field that is absent', () => {
      const silent = FIELDS.filter((field) => dump[field] === undefined && why(dump, field) === undefined);
      expect(silent).toEqual([]);
    });
  });

  it('has no process name for a build whose layout nobody has looked up', () => {
    const dump = read(write({ build: 12345 }));
    expect([dump.processName, why(dump, 'processName')]).toEqual([undefined, 'unknown-build']);
  });

  it('has no process name where no name stands', () => {
    const dump = read(write({ process: { ...picture.process, name: '\x01\x02\x03' } }));
    expect([dump.processName, why(dump, 'processName')]).toEqual([undefined, 'implausible']);
  });

  it('takes zeros of the Memory Manager for "not recorded"', () => {
    const dump = read(write({ memoryManager: [0n, 0n, 0n, 0n, 0n, 0n, 0n] }));
    expect([dump.memoryManager, why(dump, 'memoryManager')]).toEqual([undefined, 'not-written']);
  });

  it('keeps a driver without a name when the name lies outside the pool', () => {
    const bytes = write({ flavour: 'R' });
    const list = new DataView(bytes.buffer).getUint32((architecture === 'x64' ? 0x2000 : 0x1000) + 0x30, true);
    new DataView(bytes.buffer).setUint32(list, 8, true);
    const dump = read(bytes);
    expect(dump.drivers?.[0]).toMatchObject({ name: undefined, base: picture.drivers[0]!.base });
    expect(why(dump, 'driverNames')).toBe('outside');
  });

  it('gives the header and nothing else when the end mark never reached the disk', () => {
    const bytes = write({ secondary: SECONDARY });
    bytes.fill(0, architecture === 'x64' ? 0x3000 : 0x1800);
    const dump = read(bytes);
    expect(dump).toMatchObject({ bugcheck: 0x7a, complete: false });
    expect(FIELDS.filter((field) => dump[field] === undefined && why(dump, field) === undefined)).toEqual([]);
    expect([dump.drivers, why(dump, 'drivers')]).toEqual([undefined, 'not-written']);
  });

  it('gives no more of a dump whose end mark is something else', () => {
    const bytes = write();
    bytes.set(Buffer.from('DGRT'), bytes.length - 4);
    const dump = read(bytes);
    expect(dump).toMatchObject({ bugcheck: 0x7a, complete: false });
    expect([dump.drivers, why(dump, 'complete')]).toEqual([undefined, 'implausible']);
  });

  it('gives what it has of a dump that is cut off anywhere, and the same bytes give the same facts', () => {
    const whole = write({ secondary: SECONDARY });
    for (let length = 0; length < whole.length; length += 97) {
      const cut = read(whole.subarray(0, length));
      if (cut.bugcheck !== undefined) expect(cut.bugcheck).toBe(0x7a);
      if (cut.drivers)
        expect(picture.drivers.map(({ base }) => base)).toEqual(
          expect.arrayContaining(cut.drivers.map(({ base }) => base)),
        );
      if (cut.smbios) expect(cut.smbios.product).toBe('Vostro 3020 T');
    }
  });

  it('tells a dump that is cut off from one that has not arrived', () => {
    const whole = write();
    const at = whole.length - 300;
    expect(why(read(whole.subarray(0, at)), 'complete')).toBe('cut-off');
    expect(why(readDump(prefixSource(whole.subarray(0, at), whole.length)) as KernelDump, 'complete')).toBe(
      'not-at-hand',
    );
  });
});

it('follows driver entries that have grown', () => {
  const dump = read(writeDumpX64({ driverEntryGrowth: 0x18 }));
  expect(dump.drivers?.map(({ name }) => name)).toEqual(X64_PICTURE.drivers.map(({ path }) => baseName(path)));
});

describe('a triage dump of ARM64', () => {
  const pc = X64_PICTURE.drivers[0]!.base + 0x1000n;
  const arm = { machine: 0xaa64, build: 22000, process: { name: 'System', at: 0x560 } };

  it('has its registers in their own places', () => {
    const dump = read(writeDumpX64({ ...arm, context: { flags: 0x400007, ip: pc, sp: 0x1234n, fp: 0x5678n } }));
    expect(dump).toMatchObject({ architecture: 'arm64', processName: 'System' });
    expect(dump.context).toEqual({
      flags: 0x400007,
      instructionPointer: pc,
      stackPointer: 0x1234n,
      framePointer: 0x5678n,
    });
  });

  it('finds return addresses that were signed', () => {
    const signed = (pc & 0x0000_ffff_ffff_ffffn) | 0x1280_0000_0000_0000n;
    const dump = read(writeDumpX64({ ...arm, stack: { top: 0xffffd00000000000n, values: [0n, signed] } }));
    expect(dump.stack?.hits).toMatchObject([{ at: 0xffffd00000000008n, offset: 0x1000 }]);
  });
});

it('names the fields of a dump whose architecture it does not know', () => {
  const dump = read(writeDumpX64({ machine: 0x200 }));
  expect([dump.architecture, dump.context, why(dump, 'context')]).toEqual(['ia64', undefined, 'unsupported']);
});
