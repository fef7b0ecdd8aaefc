import type { CpuContext } from './header/context.js';
import type { HeaderFacts } from './header/read-header.js';
import type { NotAKernelDump } from './recognise.js';
import type { CpuFacts } from './secondary/cpu.js';
import type { Hypervisor } from './secondary/hypervisor.js';
import type { SmbiosFacts } from './secondary/smbios.js';
import type { ParameterModule, StackFacts } from './stack/read-stack.js';
import type { StorageHistory } from './storport/storage-history.js';
import type { LoadedDriver } from './triage/drivers.js';
import type { MemoryManagerFacts } from './triage/memory-manager.js';
import type { UnloadedDriver } from './triage/unloaded-drivers.js';
import type { DumpWarning } from './warning.js';

/** Who wrote a triage dump: the kernel while it stopped, or Windows at the next boot from a larger dump. */
export type Flavour = 'kernel-generated' | 're-written';

/** What only a triage dump (a "minidump") tells. A field that is absent has a warning of its name. */
export interface TriageFacts {
  readonly flavour?: Flavour;
  /** Everything was written: the end mark stands where it should. */
  readonly complete: boolean;
  readonly context?: CpuContext;
  readonly drivers?: readonly LoadedDriver[];
  readonly unloadedDrivers?: readonly UnloadedDriver[];
  /** File name, cut off by Windows at fifteen characters. */
  readonly processName?: string;
  readonly currentProcessor?: number;
  readonly stack?: StackFacts;
  readonly parameterModules: readonly ParameterModule[];
  readonly memoryManager?: MemoryManagerFacts;
  /** Pieces of kernel memory in the dump. */
  readonly dataBlocks: number;
  readonly smbios?: SmbiosFacts;
  readonly cpu?: CpuFacts;
  readonly hypervisor?: Hypervisor;
  readonly storage?: StorageHistory;
  /** The history of the device that pages to disk, where Windows kept one: with 0x7A the best witness there is. */
  readonly pagingStorage?: StorageHistory;
}

/** Facts of one kernel dump. All numbers of 64 bits are bigint; times are UTC; nothing in it names a person. */
export interface KernelDump extends HeaderFacts, Partial<TriageFacts> {
  /** Bytes of the file; `Infinity` while nobody knows. */
  readonly fileBytes: number;
  readonly warnings: readonly DumpWarning[];
}

export type DumpReading = KernelDump | NotAKernelDump;

export const isKernelDump = (reading: DumpReading): reading is KernelDump => reading.kind !== 'not-a-kernel-dump';
