import type { RequestHistory } from '@inpage/contracts';
import type { CrashFacts } from '../../verdict.js';
import { bearing } from '../disk-story.js';

/** One memory of StorPort with how far it speaks of the disk of this stop. */
export interface HeardHistory {
  readonly history: RequestHistory;
  /** 1 for that of the device that pages; less for the one over all disks. */
  readonly share: number;
  /** `to the disk that pages`. */
  readonly whose: string;
}

/** The common memory does not say which disk a request went to. */
const OVER_ALL_DISKS = 0.5;

/**
 * The memory of StorPort that speaks best of this stop. That of the paging device is heard for stops that merely can follow from
 * a disk as well: it is part of the stop. The one over all disks is not.
 */
export function heardHistory({ decode, dump }: CrashFacts): HeardHistory | undefined {
  const how = bearing(decode);
  if (dump?.pagingStorage !== undefined && how !== 'apart')
    return { history: dump.pagingStorage, share: 1, whose: 'to the disk that pages' };
  if (dump?.storage !== undefined && how === 'speaks')
    return { history: dump.storage, share: OVER_ALL_DISKS, whose: 'to a disk' };
  return undefined;
}
