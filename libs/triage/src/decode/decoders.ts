import {
  decodeInaccessibleBootDevice,
  decodeNtfsFileSystem,
  decodeUnmountableBootVolume,
} from './boot-and-file-system.js';
import {
  decodeDpcWatchdogViolation,
  decodeDriverIrql,
  decodeDriverPowerStateFailure,
  decodePageFaultInNonpagedArea,
  decodeStorageMiniportError,
} from './drivers.js';
import { decodeKernelSecurityCheck } from './kernel-corruption.js';
import { decodeKernelDataInpage } from './kernel-data-inpage.js';
import { decodeKernelStackInpage } from './kernel-stack-inpage.js';
import { decodeMemoryManagement } from './memory-management.js';
import type { Decoder } from './reading.js';
import {
  decodeCriticalObjectTermination,
  decodeCriticalProcessDied,
  decodeUnexpectedStoreException,
} from './stores-and-processes.js';

/** The codes whose parameters we read, by base code. A code that is not here shows four plain parameters. */
export const DECODERS: ReadonlyMap<number, Decoder> = new Map<number, Decoder>([
  [0x1a, decodeMemoryManagement],
  [0x24, decodeNtfsFileSystem],
  [0x50, decodePageFaultInNonpagedArea],
  [0x77, decodeKernelStackInpage],
  [0x7a, decodeKernelDataInpage],
  [0x7b, decodeInaccessibleBootDevice],
  [0x9f, decodeDriverPowerStateFailure],
  [0xd1, decodeDriverIrql],
  [0xed, decodeUnmountableBootVolume],
  [0xef, decodeCriticalProcessDied],
  [0xf0, decodeStorageMiniportError],
  [0xf4, decodeCriticalObjectTermination],
  [0x133, decodeDpcWatchdogViolation],
  [0x139, decodeKernelSecurityCheck],
  [0x154, decodeUnexpectedStoreException],
]);
