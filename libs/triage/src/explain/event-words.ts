import type { DiskEvent, DiskEventKind } from '@inpage/winevent';
import { howMany } from './amounts.js';
import { tidy } from './names.js';

/** How a number of events of one kind is called in passing: one, many. */
const NOUNS: Readonly<Record<DiskEventKind, readonly [one: string, many: string]>> = {
  'bad-block': ['bad block', 'bad blocks'],
  'controller-error': ['controller error', 'controller errors'],
  'not-ready': ['moment of not being ready', 'moments of not being ready'],
  'paging-error': ['paging error', 'paging errors'],
  'failure-predicted': ['prediction of failure by the disk itself', 'predictions of failure by the disk itself'],
  'io-retried': ['retried request', 'retried requests'],
  'hardware-error': ['hardware error', 'hardware errors'],
  'surprise-removed': ['surprise removal', 'surprise removals'],
  'slow-io': ['request that took too long', 'requests that took too long'],
  'no-response': ['missing answer', 'missing answers'],
  'request-timeout': ['request that timed out', 'requests that timed out'],
  'device-reset': ['reset', 'resets'],
  'bus-reset': ['reset of the bus', 'resets of the bus'],
  'reset-outcome': ['failed reset', 'failed resets'],
  'request-failed': ['failed request', 'failed requests'],
  'control-failed': ['failed control request', 'failed control requests'],
  'scsi-request-failed': ['failed SCSI request', 'failed SCSI requests'],
  'error-summary': ['summary that counts errors', 'summaries that count errors'],
  'first-error': ['first error since the start of Windows', 'first errors since the start of Windows'],
  'smart-report': ['SMART report with bad values', 'SMART reports with bad values'],
  'nvme-health': ['NVMe health log with bad values', 'NVMe health logs with bad values'],
  'marked-failing': ['warning that it is failing', 'warnings that it is failing'],
  'marked-failed': ['note that it has failed', 'notes that it has failed'],
  recovered: ['recovery', 'recoveries'],
  'file-system-corrupt': ['report of a damaged file system', 'reports of a damaged file system'],
  'volume-health': ['volume that needs repair', 'volumes that need repair'],
  'write-lost': ['lost write', 'lost writes'],
  'log-flush-failed': ['journal that could not be written', 'journals that could not be written'],
  'dump-setup-failed': ['dump that could not be prepared', 'dumps that could not be prepared'],
  'dump-device-gone': ['loss of the disk for dumps', 'losses of the disk for dumps'],
  'dump-write-failed': ['dump that could not be written', 'dumps that could not be written'],
  'dump-written': ['dump', 'dumps'],
};

/** How one event of a kind is called. */
export const nounOf = (kind: DiskEventKind): string => NOUNS[kind][0];

const always = (): boolean => true;
const never = (): boolean => false;

/**
 * Whether an event speaks of trouble. Health reports have a sentence of their own; a failed control request is ordinary with
 * disks that lack a feature; a dump that failed is told as a fact of the crash.
 */
export const TELLING: Readonly<Record<DiskEventKind, (event: DiskEvent) => boolean>> = {
  'bad-block': always,
  'controller-error': always,
  'not-ready': always,
  'paging-error': always,
  'failure-predicted': always,
  'io-retried': always,
  'hardware-error': always,
  'surprise-removed': always,
  'slow-io': always,
  'no-response': always,
  'request-timeout': always,
  'device-reset': always,
  'bus-reset': always,
  'reset-outcome': ({ status }) => status !== undefined && status >>> 30 === 3,
  'request-failed': always,
  'control-failed': never,
  'scsi-request-failed': always,
  'error-summary': ({ counts }) => (counts?.readWrite ?? 0) > 0 || (counts?.deviceFailure ?? 0) > 0,
  'first-error': always,
  'smart-report': never,
  'nvme-health': never,
  'marked-failing': always,
  'marked-failed': always,
  recovered: never,
  'file-system-corrupt': always,
  'volume-health': ({ volumeState = 0 }) => volumeState >= 2,
  'write-lost': always,
  'log-flush-failed': always,
  'dump-setup-failed': never,
  'dump-device-gone': always,
  'dump-write-failed': never,
  'dump-written': never,
};

/** Kinds that announce the end of a disk: reseating it first would waste the time that is left for a backup. */
export const FOREBODING: ReadonlySet<DiskEventKind> = new Set(['failure-predicted', 'marked-failing', 'marked-failed']);

/** Most telling first; the order in which a summary names them. */
const ORDER: readonly DiskEventKind[] = [
  'failure-predicted',
  'marked-failed',
  'marked-failing',
  'surprise-removed',
  'bad-block',
  'hardware-error',
  'paging-error',
  'request-failed',
  'scsi-request-failed',
  'request-timeout',
  'device-reset',
  'bus-reset',
  'io-retried',
];
const placeOf = (kind: DiskEventKind): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);

const idOf = ({ provider, eventId }: DiskEvent): string =>
  `${tidy(provider.replace(/^Microsoft-Windows-/i, ''), 24)} event ${eventId}`;

function byKind(events: readonly DiskEvent[]): ReadonlyMap<DiskEventKind, readonly DiskEvent[]> {
  const kinds = new Set(events.map(({ kind }) => kind));
  return new Map([...kinds].map((kind) => [kind, events.filter((event) => event.kind === kind)]));
}

/** Kinds that one sentence can carry. */
const MOST_KINDS = 4;

/** `3 resets (storahci 129)` and so on, most telling first; what is too much for a sentence is counted together. */
export function countEvents(events: readonly DiskEvent[]): readonly string[] {
  const kinds = [...byKind(events)].sort(([a], [b]) => placeOf(a) - placeOf(b));
  const named = kinds.slice(0, MOST_KINDS).map(([kind, all]) => {
    const ids = [...new Set(all.map(idOf))];
    const amount = all.length === 1 ? `one ${NOUNS[kind][0]}` : howMany(all.length, ...NOUNS[kind]);
    return `${amount} (${ids.slice(0, 2).join(', ')})`;
  });
  const rest = kinds.slice(MOST_KINDS).reduce((sum, [, all]) => sum + all.length, 0);
  return rest === 0 ? named : [...named, howMany(rest, 'other storage event')];
}
