import {
  DISK_DIAGNOSTIC_EVENTS,
  NVME_DISK_EVENTS,
  STORAGE_SPACES_EVENTS,
  STORDIAG_EVENTS,
} from './class-channel-events.js';
import { DISK_EVENTS } from './disk-events.js';
import { EVENT_SOURCES } from './event-sources.js';
import { NTFS_EVENTS } from './file-system-events.js';
import { PORT_EVENTS } from './port-events.js';
import { EVENTLOG_EVENTS, KERNEL_POWER_EVENTS, VOLMGR_EVENTS, WER_EVENTS, WININIT_EVENTS } from './stop-events.js';
import type { StorageEventRow } from './storage-event-row.js';
import { STORPORT_EVENTS } from './storport-events.js';

/** What one event of the Windows event log says about storage. */
export interface StorageEvent extends Omit<StorageEventRow, 'sources'> {
  readonly family: string;
  /** Who logs it, as the log spells it. For port drivers some of many. */
  readonly providers: readonly string[];
  /** Addresses; never empty. */
  readonly sources: readonly string[];
}

type Family = readonly [family: string, providers: readonly string[], rows: readonly StorageEventRow[]];

const PORT = 'Port drivers';
const FAMILIES: readonly Family[] = [
  ['Disk class driver', ['disk', 'Microsoft-Windows-Disk'], DISK_EVENTS],
  [PORT, ['storahci', 'stornvme', 'iaStorA', 'iaStorAC', 'iaStorVD', 'atapi', 'UASPStor', 'vioscsi'], PORT_EVENTS],
  ['StorPort', ['Microsoft-Windows-StorPort'], STORPORT_EVENTS],
  ['StorDiag', ['Microsoft-Windows-StorDiag'], STORDIAG_EVENTS],
  ['NvmeDisk', ['Microsoft-Windows-NvmeDisk'], NVME_DISK_EVENTS],
  ['NTFS', ['Ntfs', 'Microsoft-Windows-Ntfs'], NTFS_EVENTS],
  ['Storage Spaces', ['Microsoft-Windows-StorageSpaces-Driver'], STORAGE_SPACES_EVENTS],
  ['Disk diagnostics', ['Microsoft-Windows-DiskDiagnostic'], DISK_DIAGNOSTIC_EVENTS],
  ['Volume manager', ['volmgr'], VOLMGR_EVENTS],
  ['Kernel-Power', ['Microsoft-Windows-Kernel-Power'], KERNEL_POWER_EVENTS],
  ['EventLog', ['EventLog'], EVENTLOG_EVENTS],
  ['Bugcheck reports', ['Microsoft-Windows-WER-SystemErrorReporting', 'BugCheck'], WER_EVENTS],
  ['Check at boot', ['Microsoft-Windows-Wininit', 'Wininit'], WININIT_EVENTS],
];

/** Every event that we explain, by family and id. */
export const STORAGE_EVENTS: readonly StorageEvent[] = FAMILIES.flatMap(([family, providers, rows]) =>
  rows.map((row) => ({
    ...row,
    family,
    providers,
    sources: row.sources.map((source) => EVENT_SOURCES[source]),
  })),
);

const keyOf = (provider: string, id: number): string => `${provider.toLowerCase()}/${id}`;
const byKey = new Map(
  STORAGE_EVENTS.flatMap((event) => event.providers.map((provider) => [keyOf(provider, event.id), event] as const)),
);
const portById = new Map(STORAGE_EVENTS.filter(({ family }) => family === PORT).map((event) => [event.id, event]));

/**
 * By provider and id, since 11, 129 and 1001 mean other things elsewhere; the provider in any case, as real logs hold both
 * `disk` and `Disk`. `undefined` for an event that says nothing about storage.
 */
export const storageEvent = (provider: string, id: number): StorageEvent | undefined =>
  byKey.get(keyOf(provider.trim(), id));

/** For an event that is known to come from a port driver, whatever the driver is called. */
export const portDriverEvent = (id: number): StorageEvent | undefined => portById.get(id);
