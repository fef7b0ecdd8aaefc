import type { ByteView } from '../bytes/byte-view.js';
import { type Fields, layout, p32, u32, u64 } from '../bytes/layout.js';

/**
 * TRIAGE_DUMP64, straight behind the header. Sources: NationalSecurityAgency/ghidra, TriageDump.java; every offset here was
 * checked against real dumps. All `…Offset` are offsets in the file.
 */
const block64 = {
  sizeOfDump: [0x04, u32],
  validOffset: [0x08, u32],
  contextOffset: [0x0c, u32],
  mmOffset: [0x14, u32],
  unloadedDriversOffset: [0x18, u32],
  prcbOffset: [0x1c, u32],
  processOffset: [0x20, u32],
  threadOffset: [0x24, u32],
  callStackOffset: [0x28, u32],
  sizeOfCallStack: [0x2c, u32],
  driverListOffset: [0x30, u32],
  driverCount: [0x34, u32],
  stringPoolOffset: [0x38, u32],
  stringPoolSize: [0x3c, u32],
  topOfStack: [0x48, u64],
  debuggerDataOffset: [0x70, u32],
  debuggerDataSize: [0x74, u32],
  dataBlocksOffset: [0x78, u32],
  dataBlocksCount: [0x7c, u32],
} as const;

/** TRIAGE_DUMP32, same source; not checked against a real dump. */
const block32 = {
  ...block64,
  topOfStack: [0x48, p32],
  debuggerDataOffset: [0x58, u32],
  debuggerDataSize: [0x5c, u32],
  dataBlocksOffset: [0x60, u32],
  dataBlocksCount: [0x64, u32],
} as const;

export type TriageBlock = Fields<typeof block64>;

/** Everything in which the two widths of a triage dump differ; each reader takes its row of the table. */
export interface TriageShape {
  readonly blockAt: number;
  readonly blockBytes: number;
  readonly read: (view: ByteView) => TriageBlock;
  readonly pointerBytes: 4 | 8;
}

export const TRIAGE64: TriageShape = { blockAt: 0x2000, blockBytes: 0x80, read: layout(block64), pointerBytes: 8 };
export const TRIAGE32: TriageShape = { blockAt: 0x1000, blockBytes: 0x68, read: layout(block32), pointerBytes: 4 };

/** `TRGD`: the last thing that is written. Without it the dump was not finished. */
export const END_MARK = 0x4447_5254;
