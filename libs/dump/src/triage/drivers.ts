import type { ByteView } from '../bytes/byte-view.js';
import { layout, p32, u32, u64 } from '../bytes/layout.js';
import { fileName, utf16 } from '../bytes/text.js';
import type { DumpBytes } from '../dump-bytes.js';
import type { TriageBlock } from './triage-block.js';

/** A driver that was loaded when the PC stopped. */
export interface LoadedDriver {
  /** File name without its path. Kernel-written dumps have the loader's name (`kdcom.dll`), re-written ones the file's (`kd.dll`). */
  readonly name?: string;
  readonly base: bigint;
  readonly size: number;
  readonly checkSum: number;
  /** Of the PE header; in drivers of today a hash, not a date. 0 when Windows could not read the header back. */
  readonly timestamp: number;
}

/**
 * An entry is a name offset and a KLDR_DATA_TABLE_ENTRY, of which a re-written dump sets only these four; the others are zero
 * or garbage. Sources: ghidra, LoadedDriver.java; base, size and stamp equal WinDbg's `lm` in real 64-bit dumps.
 */
const ENTRIES = {
  8: {
    bytes: 0x90,
    read: layout({
      nameOffset: [0x00, u32],
      base: [0x38, u64],
      size: [0x48, u32],
      checkSum: [0x80, u32],
      timestamp: [0x88, u32],
    }),
  },
  4: {
    bytes: 0x4c,
    read: layout({
      nameOffset: [0x00, u32],
      base: [0x1c, p32],
      size: [0x24, u32],
      checkSum: [0x44, u32],
      timestamp: [0x48, u32],
    }),
  },
} as const;

export const MOST_DRIVERS = 4096;
const MOST_POOL_BYTES = 1 << 20;
const LARGEST_ENTRY = 0x400;
/** The string pool begins at the next multiple of this, so a gap may be that much longer than its entries. */
const POOL_ALIGNMENT = 16;
const LONGEST_NAME = 512;

export function readDrivers(
  bytes: DumpBytes,
  block: TriageBlock,
  pointerBytes: 4 | 8,
): readonly LoadedDriver[] | undefined {
  const { driverListOffset: at, driverCount: count, stringPoolOffset, stringPoolSize } = block;
  if (at === undefined || count === undefined) return bytes.warnings.add('drivers', 'cut-off');
  const stride = strideOf(at, count, stringPoolOffset, ENTRIES[pointerBytes].bytes);
  const list = bytes.region('drivers', at, count * stride, MOST_DRIVERS * stride);
  if (!list) return undefined;
  const pool = bytes.region('driverNames', stringPoolOffset, stringPoolSize, MOST_POOL_BYTES);
  const names = new StringPool(pool, stringPoolOffset ?? 0);
  const drivers: LoadedDriver[] = [];
  for (let i = 0; i < count && (i + 1) * stride <= list.length; i++) {
    const { nameOffset, base, size, checkSum, timestamp } = ENTRIES[pointerBytes].read(list, i * stride);
    if (!base || !size) {
      bytes.warnings.add('drivers', 'implausible');
      continue;
    }
    const name = bytes.warnings.note('driverNames', names.at(nameOffset), 'outside');
    drivers.push({ name, base, size, checkSum: checkSum ?? 0, timestamp: timestamp ?? 0 });
  }
  return drivers;
}

/** The entry has grown with Windows before; the gap up to the string pool tells how long it is in this dump. */
function strideOf(listAt: number, count: number, poolAt: number | undefined, usual: number): number {
  const gap = (poolAt ?? 0) - listAt;
  if (count === 0 || gap < count * usual + POOL_ALIGNMENT) return usual;
  const stride = gap / count;
  return Number.isInteger(stride) && stride <= LARGEST_ENTRY ? stride : usual;
}

/** DUMP_STRINGs: a count of UTF-16 units, then the units. */
class StringPool {
  constructor(
    private readonly pool: ByteView | undefined,
    private readonly offset: number,
  ) {}

  at(offset: number | undefined): string | undefined {
    const at = (offset ?? -1) - this.offset;
    const units = this.pool?.u32(at);
    if (this.pool === undefined || units === undefined || units > LONGEST_NAME) return undefined;
    return fileName(utf16(this.pool, at + 4, units));
  }
}
