import type { ByteView } from '../bytes/byte-view.js';
import { layout, p32, u64 } from '../bytes/layout.js';
import { fileName, utf16 } from '../bytes/text.js';
import type { DumpBytes } from '../dump-bytes.js';

/** A driver that had been unloaded before the PC stopped; Windows remembers the last fifty. */
export interface UnloadedDriver {
  /** Cut off by Windows at twelve characters: `dump_storpor`. */
  readonly name?: string;
  readonly base: bigint;
  readonly size: number;
}

/** Sources: ghidra, UnloadedDriver.java; the 64-bit entry equals WinDbg's list in a real dump, the 32-bit one is unchecked. */
const SHAPES = {
  8: { count: 8, entry: 56, nameAt: 16, read: layout({ start: [0x28, u64], end: [0x30, u64] }) },
  4: { count: 4, entry: 40, nameAt: 8, read: layout({ start: [0x20, p32], end: [0x24, p32] }) },
} as const;

const NAME_UNITS = 12;
const MOST_ENTRIES = 64;
const LARGEST_DRIVER = 0xffff_ffffn;

export function readUnloadedDrivers(
  bytes: DumpBytes,
  at: number | undefined,
  pointerBytes: 4 | 8,
): readonly UnloadedDriver[] | undefined {
  const shape = SHAPES[pointerBytes];
  const count = countAt(bytes, at, shape.count);
  if (count === undefined) return undefined;
  if (count === 0) return [];
  const list = bytes.region('unloadedDrivers', at! + shape.count, count * shape.entry, MOST_ENTRIES * shape.entry);
  return list && entries(list, Math.min(count, Math.floor(list.length / shape.entry)), pointerBytes, bytes);
}

function countAt(bytes: DumpBytes, at: number | undefined, size: 4 | 8): number | undefined {
  const view = bytes.region('unloadedDrivers', at, size, size);
  return view && bytes.warnings.note('unloadedDrivers', view.u32(0), 'cut-off');
}

function entries(list: ByteView, count: number, pointerBytes: 4 | 8, { warnings }: DumpBytes): UnloadedDriver[] {
  const { entry, nameAt, read } = SHAPES[pointerBytes];
  return Array.from({ length: count }, (_, i) => i * entry).flatMap((at) => {
    const { start, end } = read(list, at);
    if (!start || !end || end <= start || end - start > LARGEST_DRIVER) {
      warnings.add('unloadedDrivers', 'implausible');
      return [];
    }
    return [{ name: fileName(utf16(list, at + nameAt, NAME_UNITS)), base: start, size: Number(end - start) }];
  });
}
