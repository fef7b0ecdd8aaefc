import { BOOT_BUGCHECKS } from './boot.js';
import { DRIVER_BUGCHECKS } from './drivers.js';
import { FILE_SYSTEM_BUGCHECKS } from './file-systems.js';
import { PAGING_BUGCHECKS } from './paging.js';
import { PROCESS_BUGCHECKS } from './processes.js';
import type { StorageBugcheck, StorageBugcheckRow } from './storage-bugcheck.js';

/** The rows by what they are about, the most telling first; docs/bugchecks.md keeps this order. */
export const STORAGE_BUGCHECK_CHAPTERS: readonly (readonly [title: string, rows: readonly StorageBugcheckRow[]])[] = [
  ['Pages that did not come back', PAGING_BUGCHECKS],
  ['Stops at start-up', BOOT_BUGCHECKS],
  ['File systems and encryption', FILE_SYSTEM_BUGCHECKS],
  ['Drivers and hardware', DRIVER_BUGCHECKS],
  ['Processes and exceptions', PROCESS_BUGCHECKS],
];

/** By code. The facts in each come from Microsoft's page on the code, unless the row says otherwise. */
export const STORAGE_BUGCHECKS: ReadonlyMap<number, StorageBugcheck> = new Map(
  STORAGE_BUGCHECK_CHAPTERS.flatMap(([, rows]) => rows),
);
