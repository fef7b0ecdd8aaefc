import { bugcheck } from '@inpage/codes';
import type { Decode } from '@inpage/triage';
import type { DiskEvent, DiskEventKind } from '@inpage/winevent';
import type { PlacedEvent } from './lead-up.js';
import type { InventoryDisk } from './machine-inventory.js';

/** Which disk a crash speaks of, and by which rule that was decided. */
export interface ChosenDisk {
  readonly disk: InventoryDisk;
  readonly rule: 'named-by-event' | 'only-disk' | 'paging-file-disk' | 'boot-disk';
}

/**
 * Chooses among the disks that inventory knows; undefined where it cannot be told. `lastMinutes` are the storage events right
 * before the stop: what they name is better than any guess. Otherwise a page of the paging file lies on the disk that holds one;
 * a page of a driver image most likely on the boot disk. Source: order of evidence in docs/bugchecks.md.
 */
export function chooseDisk(
  disks: readonly InventoryDisk[],
  decode: Decode,
  lastMinutes: readonly PlacedEvent[] = [],
): ChosenDisk | undefined {
  const named = namedDisk(disks, decode, lastMinutes);
  if (named !== undefined) return { disk: named, rule: 'named-by-event' };
  if (disks.length === 1) return { disk: disks[0]!, rule: 'only-disk' };
  const paging = disks.filter((disk) => disk.holdsPageFile);
  const boot = disks.filter((disk) => disk.isBoot);
  const byPaging = paging.length === 1 ? ({ disk: paging[0]!, rule: 'paging-file-disk' } as const) : undefined;
  const byBoot = boot.length === 1 ? ({ disk: boot[0]!, rule: 'boot-disk' } as const) : undefined;
  return decode.backing === 'section' ? byBoot : (byPaging ?? (paging.length === 0 ? byBoot : undefined));
}

/** Trouble of one disk: disk 7, 11, 15, 153, 154, 157, StorDiag, StorPort. Reports about its health name no moment, those about a volume no disk. */
const TROUBLE: ReadonlySet<DiskEventKind> = new Set([
  'bad-block',
  'controller-error',
  'not-ready',
  'io-retried',
  'hardware-error',
  'surprise-removed',
  'no-response',
  'request-timeout',
  'device-reset',
  'bus-reset',
  'request-failed',
  'scsi-request-failed',
  'first-error',
]);

const isPaging = ({ kind, isPaging: paging }: DiskEvent): boolean => kind === 'paging-error' || paging === true;
const isTrouble = ({ kind }: DiskEvent): boolean => TROUBLE.has(kind);

/** A stop that cannot come from a disk is not laid at the door of one that was retrying a request just then. */
const mayBeStorage = ({ code, family, status }: Decode): boolean =>
  status !== undefined ||
  /^(?:inpage|unclean-shutdown)/.test(family) ||
  ['direct-status', 'direct', 'corroborates'].includes(bugcheck(code).storage);

/** Paging errors first: the page that was missing was asked for by them. Where they name two disks, they name none. */
function namedDisk(
  disks: readonly InventoryDisk[],
  decode: Decode,
  lastMinutes: readonly PlacedEvent[],
): InventoryDisk | undefined {
  if (lastMinutes.length === 0 || !mayBeStorage(decode)) return undefined;
  for (const speaks of [isPaging, isTrouble]) {
    const named = new Set(lastMinutes.filter(({ event }) => speaks(event)).flatMap(({ names }) => names ?? []));
    if (named.size > 0) return named.size === 1 ? disks.find(({ id }) => named.has(id)) : undefined;
  }
  return undefined;
}
