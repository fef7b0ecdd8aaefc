import { miniportOf, type Miniport } from '../../stack/storage-drivers.js';
import type { CrashFacts } from '../../verdict.js';

/**
 * Drivers of Windows in the stack of a disk and its volumes, as services are called. What stands in such a stack and is neither
 * here nor a known miniport is a filter of somebody else. Source: the driver objects of disks on plain Windows 7, 10 and 11.
 */
const WINDOWS_IN_STACK: ReadonlySet<string> = new Set([
  'acpi',
  'classpnp',
  'disk',
  'ehstorclass',
  'ehstortcgdrv',
  'fvevol',
  'iorate',
  'partmgr',
  'pci',
  'rdyboost',
  'scsiport',
  'storport',
  'storqosflt',
  'usbhub',
  'usbhub3',
  'vmbus',
  'volmgr',
  'volsnap',
  'volume',
]);

/** Windows copies the drivers that will write the dump under names of their own and unloads them again at every start. */
const DUMP_COPY = /^dump_/;

/** Windows keeps the names of unloaded drivers cut off at this length, extension included. */
const KEPT_CHARS = 12;

/** `iaStorAC.sys` as stacks spell it. */
export const serviceName = (file: string): string =>
  file
    .trim()
    .toLowerCase()
    .replace(/\.sys$/, '');

/** Filters in the stack of this disk that do not come with Windows. */
export const foreignFilters = ({ driverStack = [] }: Pick<CrashFacts, 'driverStack'>): readonly string[] =>
  driverStack.filter((name) => !WINDOWS_IN_STACK.has(name) && miniportOf([name]) === undefined);

/** `miniport`: one that this product knows. `filter`: stands in the stack of this disk and is not from Windows. */
export function storageRole(facts: CrashFacts, file: string): 'miniport' | 'filter' | undefined {
  const name = serviceName(file);
  if (miniportOf([name]) !== undefined) return 'miniport';
  return foreignFilters(facts).includes(name) ? 'filter' : undefined;
}

/** A miniport by a name that may have been cut off. */
export function miniportOfCut(name: string, known: readonly Miniport[]): Miniport | undefined {
  const cut = name.trim().toLowerCase();
  if (DUMP_COPY.test(cut)) return undefined;
  return known.find((miniport) => cut === `${miniport.name}.sys`.slice(0, KEPT_CHARS) || cut === miniport.name);
}

/** A filter in the stack of this disk by a name that may have been cut off. */
export const filterOfCut = (facts: CrashFacts, name: string): string | undefined =>
  foreignFilters(facts).find((filter) => {
    const cut = name.trim().toLowerCase();
    return cut === `${filter}.sys`.slice(0, KEPT_CHARS) || cut === filter;
  });
