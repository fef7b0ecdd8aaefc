import {
  CPU_PICTURE, SECRET, SMBIOS_PICTURE, writeCpuValues, writeHypervisorLeaves, writeSmbios,
} from '@inpage/testing'; // prettier-ignore
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteView } from '../bytes/byte-view.js';
import { readCpu } from './cpu.js';
import { readHypervisor } from './hypervisor.js';
import { readSmbios } from './smbios.js';

const view = (bytes: Uint8Array) => new ByteView(bytes);

describe('SMBIOS', () => {
  it('tells maker, model, firmware, board and memory', () => {
    expect(readSmbios(view(writeSmbios(SMBIOS_PICTURE)))).toEqual({
      manufacturer: 'Dell Inc.',
      product: 'Vostro 3020 T',
      productVersion: '1.0',
      family: 'Vostro',
      biosVendor: 'Dell Inc.',
      biosVersion: '1.12.0',
      biosDate: '01/30/2024',
      boardManufacturer: 'Dell Inc.',
      boardProduct: '0XR1GT',
      memoryModules: [
        { slot: 'DIMM1', sizeMb: 16_384, speedMts: 3200, manufacturer: 'Kingston', partNumber: 'KF432C16BB/16' },
        { slot: 'DIMM2', sizeMb: 65_536, speedMts: 3200, manufacturer: undefined, partNumber: undefined },
      ],
    });
  });

  it('keeps serial numbers to itself', () => {
    expect(JSON.stringify(readSmbios(view(writeSmbios(SMBIOS_PICTURE))))).not.toContain(SECRET);
  });

  it('takes what vendors forget to fill for nothing', () => {
    const system = { ...SMBIOS_PICTURE.system, manufacturer: 'To Be Filled By O.E.M.', product: 'System Product Name' };
    const facts = readSmbios(view(writeSmbios({ ...SMBIOS_PICTURE, system })));
    expect([facts?.manufacturer, facts?.product]).toEqual([undefined, undefined]);
  });

  it('ends, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), (bytes, at) => {
        const table = writeSmbios(SMBIOS_PICTURE);
        table.set(bytes.subarray(0, table.length), at % Math.max(1, table.length - bytes.length));
        for (const tried of [bytes, table])
          expect(readSmbios(view(tried))?.memoryModules.length ?? 0).toBeLessThanOrEqual(64);
      }),
    );
  });
});

describe('the processor', () => {
  it('is what the registry says', () => {
    expect(readCpu(view(writeCpuValues(CPU_PICTURE)))).toEqual({ ...CPU_PICTURE, name: CPU_PICTURE.name.trim() });
  });

  it.each([0, 0xffff_ffff])('has no microcode when its revision is %i', (microcode) => {
    expect(readCpu(view(writeCpuValues({ ...CPU_PICTURE, microcode })))).toMatchObject({ microcode: undefined });
  });

  it('is what was readable when the values end early', () => {
    const bytes = writeCpuValues(CPU_PICTURE);
    for (let length = 0; length < bytes.length; length++) {
      const cpu = readCpu(view(bytes.subarray(0, length)));
      if (cpu?.mhz !== undefined) expect(cpu.mhz).toBe(CPU_PICTURE.mhz);
    }
    expect(readCpu(view(bytes.subarray(0, 8)))).toBeUndefined();
  });

  it('ends, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => readCpu(view(bytes))).not.toThrow();
      }),
    );
  });
});

describe('the hypervisor', () => {
  it.each([
    ['VBoxVBoxVBox', 'VirtualBox'],
    ['Microsoft Hv', 'Hyper-V'],
    ['SomethingNew', undefined],
  ])('%s is %s', (signature, name) => {
    expect(readHypervisor(view(writeHypervisorLeaves(signature)))).toBe(name);
  });
});
