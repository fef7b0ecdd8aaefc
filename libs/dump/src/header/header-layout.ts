import { type Fields, layout, p32, u32, u64, unlessFiller } from '../bytes/layout.js';

const U32 = unlessFiller(u32);
const U64 = unlessFiller(u64);
const P32 = unlessFiller(p32);

/**
 * DUMP_HEADER64. Source: mindumpdef.h of the Windows SDK (microsoft/win32metadata), with natural alignment of 8; checked
 * against real triage dumps of x64 and ARM64.
 */
const header64 = {
  majorVersion: [0x008, U32],
  build: [0x00c, U32],
  directoryTableBase: [0x010, U64],
  machineImageType: [0x030, U32],
  processors: [0x034, U32],
  bugcheckCode: [0x038, U32],
  parameter1: [0x040, U64],
  parameter2: [0x048, U64],
  parameter3: [0x050, U64],
  parameter4: [0x058, U64],
  memoryRuns: [0x088, U32],
  memoryPages: [0x090, U64],
  exceptionCode: [0xf00, U32],
  exceptionAddress: [0xf10, U64],
  dumpType: [0xf98, U32],
  requiredDumpSpace: [0xfa0, U64],
  systemTime: [0xfa8, U64],
  systemUpTime: [0x1030, U64],
  productType: [0x1040, U32],
  suiteMask: [0x1044, U32],
  attributes: [0x1050, U32],
  bootId: [0x1054, U32],
} as const;

/** DUMP_HEADER32, same source. Not checked against a real dump: none was at hand. */
const header32 = {
  majorVersion: [0x008, U32],
  build: [0x00c, U32],
  directoryTableBase: [0x010, P32],
  machineImageType: [0x020, U32],
  processors: [0x024, U32],
  bugcheckCode: [0x028, U32],
  parameter1: [0x02c, P32],
  parameter2: [0x030, P32],
  parameter3: [0x034, P32],
  parameter4: [0x038, P32],
  memoryRuns: [0x064, U32],
  memoryPages: [0x068, P32],
  exceptionCode: [0x7d0, U32],
  exceptionAddress: [0x7dc, P32],
  dumpType: [0xf88, U32],
  requiredDumpSpace: [0xfa0, U64],
  systemTime: [0xfc0, U64],
  systemUpTime: [0xfb8, U64],
  productType: [0xf94, U32],
  suiteMask: [0xf98, U32],
  attributes: [0x8a0, U32],
  bootId: [0x8a4, U32],
} as const;

export type HeaderFields = Fields<typeof header64>;
export type HeaderField = keyof HeaderFields;

/** What differs between the two kinds of header. */
export interface HeaderShape {
  readonly bits: 32 | 64;
  readonly size: number;
  readonly contextOffset: number;
  readonly read: ReturnType<typeof layout<typeof header64>>;
  /** Where a field begins; behind the end of the bytes it is cut off rather than never set. */
  readonly offsetOf: (field: HeaderField) => number;
  /** Runs that fit into the 700 bytes of the physical memory block. */
  readonly mostMemoryRuns: number;
}

export const HEADER64: HeaderShape = {
  bits: 64,
  size: 0x2000,
  contextOffset: 0x348,
  read: layout(header64),
  offsetOf: (field) => header64[field][0],
  mostMemoryRuns: 42,
};

export const HEADER32: HeaderShape = {
  bits: 32,
  size: 0x1000,
  contextOffset: 0x320,
  read: layout(header32),
  offsetOf: (field) => header32[field][0],
  mostMemoryRuns: 86,
};
