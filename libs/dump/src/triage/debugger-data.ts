import { ByteView } from '../bytes/byte-view.js';
import { layout, u16, u32, u64 } from '../bytes/layout.js';
import { ascii } from '../bytes/text.js';
import type { DumpBytes } from '../dump-bytes.js';
import type { TriageBlock } from './triage-block.js';
import type { VirtualMemory } from './virtual-memory.js';

/** KDDEBUGGER_DATA64 of wdbgexts.h; its fields are 64 bits wide in a 32-bit dump too. */
const readKdbg = layout({
  ownerTag: [0x10, u32],
  kernelBase: [0x18, u64],
  buildLab: [0x208, u64],
  prcbNumber: [0x2be, u16],
});

const KDBG = 0x4742_444b;
const KDBG_BYTES = 0x380;
const LAB_BYTES = 128;
const LAB = /^\d{4,5}\.\d+\.[\w.-]+$/;

export interface DebuggerFacts {
  readonly kernelBase?: bigint;
  readonly lab?: string;
  /** The number of the processor that stopped. */
  readonly currentProcessor?: number;
}

/** What WinDbg needs to begin: where the kernel lies, which build it is, and where things are in the KPRCB. */
export function readDebuggerData(
  bytes: DumpBytes,
  block: TriageBlock,
  memory: VirtualMemory,
  pointerBytes: 4 | 8,
): DebuggerFacts {
  const { warnings } = bytes;
  const view = bytes.region('debuggerData', block.debuggerDataOffset, block.debuggerDataSize, KDBG_BYTES);
  const { ownerTag, kernelBase, buildLab, prcbNumber } = view ? readKdbg(view) : {};
  if (view && ownerTag !== KDBG) warnings.add('debuggerData', 'implausible');
  if (ownerTag !== KDBG) {
    warnings.add('os.lab', 'not-in-this-dump');
    warnings.add('currentProcessor', 'not-in-this-dump');
    return {};
  }
  const mask = pointerBytes === 8 ? (1n << 64n) - 1n : 0xffff_ffffn;
  return {
    kernelBase: kernelBase === undefined ? undefined : kernelBase & mask,
    lab: labAt(memory, buildLab === undefined ? undefined : buildLab & mask, bytes),
    currentProcessor: processorNumber(bytes, block.prcbOffset, prcbNumber),
  };
}

function labAt(memory: VirtualMemory, address: bigint | undefined, { warnings }: DumpBytes): string | undefined {
  const held = address ? memory.read(address, LAB_BYTES).bytes : new Uint8Array();
  if (held.length === 0) return warnings.add('os.lab', 'not-in-this-dump');
  const text = ascii(new ByteView(held), 0, LAB_BYTES);
  return warnings.note('os.lab', text !== undefined && LAB.test(text) ? text : undefined, 'implausible');
}

function processorNumber(bytes: DumpBytes, prcbAt: number | undefined, offset: number | undefined): number | undefined {
  if (!prcbAt || !offset) return bytes.warnings.add('currentProcessor', 'not-in-this-dump');
  return bytes.region('currentProcessor', prcbAt + offset, 4, 4)?.u32(0);
}
