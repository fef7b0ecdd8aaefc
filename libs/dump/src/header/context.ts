import type { ByteView } from '../bytes/byte-view.js';
import { type Fields, layout, p32, u32, u64 } from '../bytes/layout.js';
import type { Architecture } from './architecture.js';

const x64 = {
  flags: [0x30, u32],
  stackPointer: [0x98, u64],
  framePointer: [0xa0, u64],
  instructionPointer: [0xf8, u64],
} as const;
const arm64 = {
  flags: [0x00, u32],
  stackPointer: [0x100, u64],
  framePointer: [0xf0, u64],
  instructionPointer: [0x108, u64],
} as const;
const x86 = {
  flags: [0x00, u32],
  stackPointer: [0xc4, p32],
  framePointer: [0xb4, p32],
  instructionPointer: [0xb8, p32],
} as const;

/** CONTEXT of winnt.h per architecture: of the registers only the three that say where the processor was. */
const CONTEXTS: Partial<Record<Architecture, (view: ByteView) => Fields<typeof x64>>> = {
  x64: layout(x64),
  arm64: layout(arm64),
  x86: layout(x86),
};

/**
 * Where the processor was. For most bugchecks inside KeBugCheckEx; for 0x7E as a minidump writes it (0x1000007E) at the
 * instruction that failed.
 */
export interface CpuContext {
  readonly flags: number;
  readonly instructionPointer: bigint;
  readonly stackPointer: bigint;
  readonly framePointer: bigint;
}

/** Bytes of the longest context that is read. */
export const CONTEXT_BYTES = 0x110;

export const readsContextOf = (architecture: Architecture | undefined): boolean =>
  architecture !== undefined && CONTEXTS[architecture] !== undefined;

/** Nothing when a register lies behind the end, or when the flags are zero: then no context was stored. */
export function readContext(view: ByteView, architecture: Architecture | undefined): CpuContext | undefined {
  const read = architecture === undefined ? undefined : CONTEXTS[architecture];
  const { flags, instructionPointer, stackPointer, framePointer } = read?.(view) ?? {};
  if (!flags || instructionPointer === undefined || stackPointer === undefined || framePointer === undefined)
    return undefined;
  return { flags, instructionPointer, stackPointer, framePointer };
}
