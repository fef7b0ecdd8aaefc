import type { DumpBytes } from '../dump-bytes.js';
import type { CpuContext } from '../header/context.js';
import type { HeaderFacts } from '../header/read-header.js';
import type { TriageBlock } from '../triage/triage-block.js';
import { instructionParameterOf } from './instruction-parameters.js';
import type { Located, Module, ModuleMap } from './module-map.js';
import { rankModules, type RankedModule } from './rank-modules.js';
import { MOST_STACK_BYTES, scanStack, type StackHit } from './scan-stack.js';

/** A parameter that lies in a driver. As a data address it says whose page it was ("a page of x.sys"), never who is to blame. */
export interface ParameterModule extends Located {
  readonly parameter: 1 | 2 | 3 | 4;
  /** The parameter is the address of the failed instruction. */
  readonly isInstruction: boolean;
}

/** The stack of the processor that stopped, searched without symbols. */
export interface StackFacts {
  /** Address of its first byte. */
  readonly top: bigint;
  readonly bytes: number;
  /** Where the search began: the top, or the stack pointer of the failed instruction. */
  readonly scannedFrom: bigint;
  readonly hits: readonly StackHit[];
  readonly modules: readonly RankedModule[];
  readonly leading?: RankedModule;
}

const MINIDUMP_FLAG = 0x1000_0000;
const IN_PARAMETERS = [1, 2, 3, 4] as const;

export function modulesOfParameters({ bugcheck, parameters }: HeaderFacts, map: ModuleMap): readonly ParameterModule[] {
  const instruction = instructionParameterOf(bugcheck);
  return IN_PARAMETERS.flatMap((parameter) => {
    const found = parameters && map.find(parameters[parameter - 1]!);
    return found ? [{ parameter, ...found, isInstruction: parameter === instruction }] : [];
  });
}

export function readStack(
  bytes: DumpBytes,
  block: TriageBlock,
  header: HeaderFacts,
  context: CpuContext | undefined,
  map: ModuleMap,
  pointerBytes: 4 | 8,
): StackFacts | undefined {
  const { topOfStack: top } = block;
  const view = bytes.region('stack', block.callStackOffset, block.sizeOfCallStack, MOST_STACK_BYTES);
  if (!view || top === undefined) return bytes.warnings.add('stack', 'cut-off');
  const from = startOf(top, view.length, header, context, pointerBytes);
  const { hits, modules } = scanStack(view, top, from, map, pointerBytes, header.architecture);
  const named = namedModule(header, context, map);
  const ranking = rankModules(modules, { named, kernel: map.kernel, topIsCaller: !hasFaultingContext(header) });
  bytes.warnings.note('stack.leading', ranking.leading, 'no-module');
  return { top, bytes: view.length, scannedFrom: top + BigInt(from), hits, ...ranking };
}

/**
 * A 0x7E as a minidump writes it (0x1000007E) brings the context of the failed instruction; elsewhere the context is
 * KeBugCheckEx's own, and its stack pointer is the top.
 */
const hasFaultingContext = ({ bugcheckAsWritten: code }: HeaderFacts): boolean =>
  code !== undefined && (code & 0xf000_0000) === MINIDUMP_FLAG;

/** The failed instruction's stack pointer lies deeper than the noise of handling the exception. */
function startOf(
  top: bigint,
  length: number,
  header: HeaderFacts,
  context: CpuContext | undefined,
  pointerBytes: 4 | 8,
): number {
  if (!context || !hasFaultingContext(header)) return 0;
  const depth = context.stackPointer - top;
  return depth >= 0n && depth < BigInt(length) ? Math.floor(Number(depth) / pointerBytes) * pointerBytes : 0;
}

function namedModule(header: HeaderFacts, context: CpuContext | undefined, map: ModuleMap): Module | undefined {
  const byParameter = modulesOfParameters(header, map).find(({ isInstruction }) => isInstruction)?.module;
  return byParameter ?? (context && map.find(context.instructionPointer)?.module);
}
