import type { Decode } from '@inpage/triage';
import type { InventoryDisk } from './machine-inventory.js';

/** Which disk a crash speaks of, and by which rule that was decided. */
export interface ChosenDisk {
  readonly disk: InventoryDisk;
  readonly rule: 'only-disk' | 'paging-file-disk' | 'boot-disk';
}

/**
 * Chooses among the disks that inventory knows; undefined where it cannot be told. A page of the paging file lies on the disk
 * that holds one; a page of a driver image most likely on the boot disk. Source: order of evidence in docs/bugchecks.md.
 */
export function chooseDisk(disks: readonly InventoryDisk[], decode: Decode): ChosenDisk | undefined {
  if (disks.length === 1) return { disk: disks[0]!, rule: 'only-disk' };
  const paging = disks.filter((disk) => disk.holdsPageFile);
  const boot = disks.filter((disk) => disk.isBoot);
  const byPaging = paging.length === 1 ? ({ disk: paging[0]!, rule: 'paging-file-disk' } as const) : undefined;
  const byBoot = boot.length === 1 ? ({ disk: boot[0]!, rule: 'boot-disk' } as const) : undefined;
  return decode.backing === 'section' ? byBoot : (byPaging ?? (paging.length === 0 ? byBoot : undefined));
}
