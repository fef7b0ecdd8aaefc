import type { ByteSource } from '../bytes/byte-source.js';
import { ByteView } from '../bytes/byte-view.js';
import { DumpBytes } from '../dump-bytes.js';
import { CONTEXT_BYTES, readContext, readsContextOf, type CpuContext } from '../header/context.js';
import type { HeaderFacts } from '../header/read-header.js';
import type { Flavour, TriageFacts } from '../kernel-dump.js';
import { readSecondary } from '../secondary/read-secondary.js';
import { ModuleMap } from '../stack/module-map.js';
import { modulesOfParameters, readStack } from '../stack/read-stack.js';
import type { Warnings } from '../warning.js';
import { readDebuggerData } from './debugger-data.js';
import { readDrivers } from './drivers.js';
import { readMemoryManager } from './memory-manager.js';
import { readProcessName } from './process-name.js';
import { END_MARK, TRIAGE32, TRIAGE64, type TriageBlock, type TriageShape } from './triage-block.js';
import { readUnloadedDrivers } from './unloaded-drivers.js';
import { VirtualMemory } from './virtual-memory.js';

export type TriageReading = TriageFacts & { readonly lab?: string };

/** Fields that have no value when the triage part cannot be read at all. */
const ALL_FIELDS = [
  'context', 'drivers', 'unloadedDrivers', 'processName', 'currentProcessor', 'stack', 'memoryManager', 'os.lab', 'smbios',
  'cpu', 'hypervisor', 'storage', 'pagingStorage',
]; // prettier-ignore

/** Reads what lies behind the header of a triage dump. A dump that was not finished gives its header and nothing else. */
export function readTriage(source: ByteSource, header: HeaderFacts, warnings: Warnings): TriageReading {
  const shape = header.bits === 64 ? TRIAGE64 : TRIAGE32;
  const view = new ByteView(source.slice(shape.blockAt, shape.blockBytes));
  const block = shape.read(view);
  const state = stateOf(source, block);
  if (state === 'complete' || state === 'cut-off' || state === 'not-at-hand') {
    if (state !== 'complete') warnings.add('complete', state);
    return { ...readParts(source, block, header, shape, warnings), complete: state === 'complete' };
  }
  for (const field of ['complete', ...ALL_FIELDS]) warnings.add(field, state);
  return { complete: false, parameterModules: [], dataBlocks: 0, flavour: flavourOf(header, warnings) };
}

type State = 'complete' | 'cut-off' | 'not-at-hand' | 'not-written' | 'implausible';

/** The end mark tells a dump that was written to its end from one whose last part never reached the disk. */
function stateOf(source: ByteSource, { validOffset, sizeOfDump }: TriageBlock): State {
  if (validOffset === undefined || sizeOfDump === undefined) return 'cut-off';
  if (validOffset === 0 && sizeOfDump === 0) return 'not-written';
  const mark = new ByteView(source.slice(validOffset, 4)).u32(0);
  if (mark === undefined) return validOffset + 4 > source.size ? 'cut-off' : 'not-at-hand';
  if (mark === 0) return 'not-written';
  return mark === END_MARK ? 'complete' : 'implausible';
}

/** The kernel says so when it wrote the dump itself; Windows leaves the field unset when it writes one at the next boot. */
function flavourOf({ attributes }: HeaderFacts, warnings: Warnings): Flavour | undefined {
  if (attributes === undefined) return 're-written';
  return warnings.note(
    'flavour',
    attributes.includes('kernel-generated') ? 'kernel-generated' : undefined,
    'implausible',
  );
}

function readParts(
  source: ByteSource,
  block: TriageBlock,
  header: HeaderFacts,
  { pointerBytes }: TriageShape,
  warnings: Warnings,
): Omit<TriageReading, 'complete'> {
  const bytes = new DumpBytes(source, warnings, block.sizeOfDump ?? 0);
  const memory = new VirtualMemory(bytes, block.dataBlocksOffset, block.dataBlocksCount, pointerBytes);
  const drivers = readDrivers(bytes, block, pointerBytes);
  const unloadedDrivers = readUnloadedDrivers(bytes, block.unloadedDriversOffset, pointerBytes);
  const { lab, currentProcessor } = readDebuggerData(bytes, block, memory, pointerBytes);
  const map = new ModuleMap(drivers ?? [], unloadedDrivers ?? []);
  const context = contextOf(bytes, block, header);
  return {
    flavour: flavourOf(header, warnings),
    lab,
    context,
    drivers,
    unloadedDrivers,
    processName: readProcessName(bytes, block.processOffset, header.architecture, header.os.build),
    currentProcessor: saneProcessor(currentProcessor, header, warnings),
    stack: readStack(bytes, block, header, context, map, pointerBytes),
    parameterModules: modulesOfParameters(header, map),
    memoryManager: readMemoryManager(bytes, block.mmOffset, pointerBytes),
    dataBlocks: memory.count,
    ...readSecondary(source, block.sizeOfDump, header.systemTime, warnings),
  };
}

function contextOf(
  bytes: DumpBytes,
  { contextOffset }: TriageBlock,
  { architecture }: HeaderFacts,
): CpuContext | undefined {
  if (!readsContextOf(architecture)) return bytes.warnings.add('context', 'unsupported');
  const view = bytes.region('context', contextOffset, CONTEXT_BYTES, CONTEXT_BYTES);
  return view && bytes.warnings.note('context', readContext(view, architecture), 'implausible');
}

function saneProcessor(
  number: number | undefined,
  { processors }: HeaderFacts,
  warnings: Warnings,
): number | undefined {
  if (number === undefined) return undefined;
  return number < (processors ?? 0) ? number : warnings.add('currentProcessor', 'implausible');
}
