import type { DiskId, RecordId } from '@inpage/core';
import type { Decode, KinStop, WhichDisk } from '@inpage/triage';

const DAY_MS = 86_400_000;
const WITHIN_MS = 30 * DAY_MS;
export const MOST_KIN = 20;

/** A stop with its disk, as its kin see it. */
export interface Located {
  readonly id: RecordId;
  readonly stoppedAtMs: number;
  readonly decode: Decode;
  readonly diskId?: DiskId;
}

/**
 * For each of a machine's stops the others within thirty days, nearest first, at most twenty. From its place in time each stop
 * looks both ways and takes the nearer one, so the cost per stop is the same however often the machine stopped.
 */
export function kinOf(stops: readonly Located[]): Map<RecordId, KinStop[]> {
  const inOrder = [...stops].sort((a, b) => a.stoppedAtMs - b.stoppedAtMs || (a.id < b.id ? -1 : 1));
  return new Map(inOrder.map((stop, at) => [stop.id, nearest(inOrder, at).map((other) => kinStop(stop, other))]));
}

function nearest(inOrder: readonly Located[], at: number): Located[] {
  const { stoppedAtMs } = inOrder[at]!;
  const apart = (place: number): number =>
    inOrder[place] === undefined ? Infinity : Math.abs(inOrder[place].stoppedAtMs - stoppedAtMs);
  const found: Located[] = [];
  let [earlier, later] = [at - 1, at + 1];
  while (found.length < MOST_KIN && Math.min(apart(earlier), apart(later)) <= WITHIN_MS) {
    found.push(inOrder[apart(earlier) <= apart(later) ? earlier-- : later++]!);
  }
  return found;
}

const kinStop = (stop: Located, other: Located): KinStop => ({
  crashId: other.id,
  daysBefore: (stop.stoppedAtMs - other.stoppedAtMs) / DAY_MS,
  disk: sameDisk(stop.diskId, other.diskId),
  decode: other.decode,
});

const sameDisk = (one: DiskId | undefined, other: DiskId | undefined): WhichDisk =>
  one === undefined || other === undefined ? 'unknown-disk' : one === other ? 'this-disk' : 'another-disk';
