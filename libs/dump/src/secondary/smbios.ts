import type { ByteView } from '../bytes/byte-view.js';
import { smbiosStructures, type SmbiosStructure } from './smbios-table.js';

export interface MemoryModule {
  readonly slot?: string;
  readonly sizeMb?: number;
  /** Megatransfers per second, as configured. */
  readonly speedMts?: number;
  readonly manufacturer?: string;
  readonly partNumber?: string;
}

/**
 * What the PC is, from its firmware. Serial numbers, the UUID and asset tags are in the table too and stay there: they identify
 * a person's machine, and a crash needs none of them.
 */
export interface SmbiosFacts {
  readonly manufacturer?: string;
  readonly product?: string;
  readonly productVersion?: string;
  readonly family?: string;
  readonly biosVendor?: string;
  readonly biosVersion?: string;
  /** As the firmware writes it: `01/30/2024`. */
  readonly biosDate?: string;
  readonly boardManufacturer?: string;
  readonly boardProduct?: string;
  readonly memoryModules: readonly MemoryModule[];
}

/** Used20CallingMethod, major, minor and revision in a byte each, then the length: RawSMBIOSData of GetSystemFirmwareTable. */
const TABLE_AT = 8;
const MOST_MODULES = 64;
const SIZE_IS_IN_KB = 0x8000;
const SIZE_UNKNOWN = 0xffff;
const SIZE_IS_EXTENDED = 0x7fff;

type Facts = { -readonly [K in keyof SmbiosFacts]: SmbiosFacts[K] } & { memoryModules: MemoryModule[] };

/** The structure types that are read: DMTF DSP0134, sections 7.1 to 7.3 and 7.18. Of each the first, of memory all. */
const READERS: Readonly<Record<number, (structure: SmbiosStructure, facts: Facts) => void>> = {
  0: ({ text }, facts) => {
    facts.biosVendor ??= text(0x04);
    facts.biosVersion ??= text(0x05);
    facts.biosDate ??= text(0x08);
  },
  1: ({ text }, facts) => {
    facts.manufacturer ??= text(0x04);
    facts.product ??= text(0x05);
    facts.productVersion ??= text(0x06);
    facts.family ??= text(0x1a);
  },
  2: ({ text }, facts) => {
    facts.boardManufacturer ??= text(0x04);
    facts.boardProduct ??= text(0x05);
  },
  17: (structure, facts) => {
    const module = memoryModule(structure);
    if (module && facts.memoryModules.length < MOST_MODULES) facts.memoryModules.push(module);
  },
};

/** Nothing when no structure in it tells anything. */
export function readSmbios(view: ByteView): SmbiosFacts | undefined {
  const length = view.u32(4);
  if (length === undefined) return undefined;
  const facts: Facts = { memoryModules: [] };
  for (const structure of smbiosStructures(view.sub(TABLE_AT, length))) READERS[structure.type]?.(structure, facts);
  const told = Object.values(facts).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));
  return told ? facts : undefined;
}

/** Nothing for an empty slot. */
function memoryModule({ u16, u32, text }: SmbiosStructure): MemoryModule | undefined {
  const size = u16(0x0c);
  if (!size) return undefined;
  return {
    slot: text(0x10),
    sizeMb: sizeMb(size, u32(0x1c)),
    speedMts: u16(0x20) || u16(0x15) || undefined,
    manufacturer: text(0x17),
    partNumber: text(0x1a),
  };
}

function sizeMb(size: number, extended: number | undefined): number | undefined {
  if (size === SIZE_UNKNOWN) return undefined;
  if (size === SIZE_IS_EXTENDED) return extended;
  return (size & SIZE_IS_IN_KB) === 0 ? size : Math.floor((size & 0x7fff) / 1024);
}
