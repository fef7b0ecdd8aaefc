import { DUMP_LIMITS, RECORD_LIMITS, type DumpFacts, type DumpRecord } from '@inpage/contracts';
import { formatHex64 } from '@inpage/core';
import type { KernelDump } from './kernel-dump.js';
import type { RankedModule } from './stack/rank-modules.js';
import type { StorageCommand, StorageHistory } from './storport/storage-history.js';
import type { LoadedDriver } from './triage/drivers.js';
import type { MemoryManagerFacts } from './triage/memory-manager.js';

/** Windows counts the nonpaged pool in pages of 4 KiB, and tells its limit in bytes. */
const PAGE_BYTES = 4096n;
const MOST_PAGES = 1n << 52n;

/**
 * What of a dump leaves the reader: the members of the contract, chosen one by one, within its bounds. Memory contents, addresses,
 * the whole stack, memory modules and the like stay behind.
 */
export function dumpFacts(dump: KernelDump): DumpFacts {
  const { os, memoryManager: mm, smbios, stack } = dump;
  return present({
    kind: dump.kind,
    architecture: dump.architecture,
    osBuild: os.build,
    upTimeMs: dump.upTimeMs,
    complete: dump.complete,
    storage: dump.storage && historyOf(dump.storage),
    pagingStorage: dump.pagingStorage && historyOf(dump.pagingStorage),
    stackModules: stack && bounded(stack.modules, DUMP_LIMITS.stackModules, stackModuleOf),
    instructionModule: instructionModuleOf(dump),
    addressModule: text(dump.parameterModules?.find(({ isInstruction }) => !isInstruction)?.module.name),
    processName: text(dump.processName),
    drivers: dump.drivers && bounded(dump.drivers, DUMP_LIMITS.drivers, driverOf),
    unloadedDrivers:
      dump.unloadedDrivers && bounded(dump.unloadedDrivers, DUMP_LIMITS.unloadedDrivers, ({ name }) => text(name)),
    nonPagedPool: mm && nonPagedPoolOf(mm),
    commit: mm && {
      pages: formatHex64(mm.committedPages),
      peakPages: formatHex64(mm.committedPagesPeak),
      limitPages: formatHex64(mm.commitLimit),
    },
    verifierLevel: mm?.verifyDriverLevel,
    hypervisor: dump.hypervisor,
    machine:
      smbios &&
      present({
        manufacturer: text(smbios.manufacturer),
        product: text(smbios.product),
        biosVersion: text(smbios.biosVersion),
        biosDate: text(smbios.biosDate),
      }),
    cpu: text(dump.cpu?.name),
    warnings: bounded(dump.warnings, DUMP_LIMITS.warnings, (warning) => text(`${warning.field}: ${warning.text}`)),
  });
}

/** Who sent the dump, and what file it was. */
export interface DumpOrigin {
  readonly computer?: string;
  /** Of the file, 64 lower-case hex digits. */
  readonly sha256?: string;
}

/**
 * A dump as a record. Nothing when its header has no code or no time, and nothing for a live dump, which Windows writes
 * without stopping (attribute 0x10 of mindumpdef.h): neither tells of a stop.
 */
export function dumpRecordOf(dump: KernelDump, origin: DumpOrigin = {}): DumpRecord | undefined {
  if (dump.bugcheck === undefined || dump.crashTime === undefined || dump.attributes?.includes('live-dump'))
    return undefined;
  return present({
    kind: 'dump' as const,
    computer: origin.computer,
    at: dump.crashTime.toISOString(),
    code: `0x${dump.bugcheck.toString(16)}`,
    parameters: (dump.parameters ?? []).map(formatHex64),
    facts: dumpFacts(dump),
    fileBytes: Number.isSafeInteger(dump.fileBytes) ? dump.fileBytes : undefined,
    sha256: origin.sha256,
  });
}

function historyOf({ driver, slowest, outstanding, failed, ...history }: StorageHistory): DumpFacts['storage'] {
  return present({
    driver: text(driver),
    recorded: history.recorded,
    succeeded: history.succeeded,
    unclear: history.unclear,
    outstanding: bounded(outstanding, DUMP_LIMITS.requests, requestOf),
    oldestOutstandingMs: history.oldestOutstandingMs,
    failed: bounded(failed, DUMP_LIMITS.requests, requestOf),
    slowestMs: slowest?.durationMs,
  });
}

const requestOf = ({ name, opcode, outcome, srbStatus, srbStatusName, durationMs, ageMs }: StorageCommand) =>
  present({
    name: text(name),
    opcode,
    // StorPort notes "not answered yet" where an answer will stand; that is no status.
    srbStatus: outcome === 'outstanding' ? undefined : srbStatus,
    srbStatusName: text(srbStatusName),
    durationMs,
    ageMs,
  });

function stackModuleOf({ module, origin, standing }: RankedModule) {
  const name = text(module.name);
  return name === undefined ? undefined : present({ name, origin, standing, unloaded: module.unloaded || undefined });
}

function driverOf({ name: full, timestamp }: LoadedDriver) {
  const name = text(full);
  // 0 is what stands there when Windows could not read the driver's header back.
  return name === undefined ? undefined : present({ name, timestamp: timestamp || undefined });
}

/** A parameter tells it, or the processor's context in a dump that has the one of the failed instruction. */
function instructionModuleOf({ parameterModules, stack }: KernelDump): string | undefined {
  const byParameter = parameterModules?.find(({ isInstruction }) => isInstruction)?.module;
  return text((byParameter ?? stack?.modules.find(({ standing }) => standing === 'named')?.module)?.name);
}

function bounded<T, R>(items: readonly T[], most: number, make: (item: T) => R | undefined): R[] {
  const made: R[] = [];
  for (const item of items) {
    if (made.length >= most) break;
    const one = make(item);
    if (one !== undefined) made.push(one);
  }
  return made;
}

/** Within the contract's length; cut pairs of surrogates become U+FFFD. An empty text is an absent one. */
const text = (value: string | undefined): string | undefined =>
  value?.slice(0, RECORD_LIMITS.nameChars).toWellFormed() || undefined;

/** Without the members that are undefined: what is absent is not on the wire, and has no key either. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

/** Absent where the count of pages is no count: damaged dumps have any number there. */
const nonPagedPoolOf = (mm: MemoryManagerFacts): DumpFacts['nonPagedPool'] =>
  mm.allocatedNonPagedPool >= MOST_PAGES
    ? undefined
    : {
        allocatedBytes: formatHex64(mm.allocatedNonPagedPool * PAGE_BYTES),
        maximumBytes: formatHex64(mm.maximumNonPagedPool),
      };
