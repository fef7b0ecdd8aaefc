import { statfsSync } from 'node:fs';
import { DataFolderError } from './data-folder-error.js';

const MIB = 1024 * 1024;

/** A new cluster takes 40 MiB and its write-ahead log soon more; below this a start ends in a panic sooner or later. */
export const MIN_FREE_BYTES = 200 * MIB;

/** Throws `disk-full` with both numbers when the disk of the folder has less room than wanted. */
export function refuseFullDisk(folder: string, wanted: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free >= wanted) return;
  throw new DataFolderError(
    'disk-full',
    `The disk of ${folder} has ${Math.floor(free / MIB)} MiB free; Inpage starts with at least ${Math.ceil(wanted / MIB)} MiB. ` +
      'Free some space, or set INPAGE_DATA to a folder on another disk.',
  );
}
