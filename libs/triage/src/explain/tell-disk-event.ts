import type { DiskErrorCounts, DiskEvent, DiskEventKind } from '@inpage/winevent';
import { howLong, howMany } from './amounts.js';
import { cleanHealth, healthFaults, tellsHealth } from './health-words.js';
import { asSentence, enumerate, tidy } from './names.js';
import { reasonsText, requestText } from './request-words.js';

/** Of which disk, adapter or volume an event speaks, as far as it says. */
export function eventDevice(event: DiskEvent): string {
  const model = event.model === undefined ? undefined : tidy(event.model);
  if (event.diskNumber !== undefined) return `disk ${event.diskNumber}${model ? ` (${model})` : ''}`;
  if (model) return model;
  if (event.portNumber !== undefined) return `the adapter at port ${event.portNumber}`;
  return event.volume === undefined ? 'a disk' : `the disk below ${tidy(event.volume)}`;
}

const volume = (event: DiskEvent): string =>
  event.volume === undefined ? 'a volume' : `the volume ${tidy(event.volume)}`;

const driver = ({ driver: name }: DiskEvent): string =>
  name === undefined ? 'the storage driver' : `the driver ${tidy(name)}`;

const request = (event: DiskEvent): string => requestText(event) ?? 'a request';

/** `a read at LBA 5 to disk 2`, or `a request to disk 2`. */
const requestTo = (event: DiskEvent): string => `${request(event)} to ${eventDevice(event)}`;

const afterWaiting = ({ timeoutSeconds }: DiskEvent): string =>
  timeoutSeconds ? `within ${howLong(timeoutSeconds)}` : 'in time';

const retried = ({ retries }: DiskEvent): string => (retries ? ` after ${howMany(retries, 'retry', 'retries')}` : '');

const said = ({ faultText, faultCode }: DiskEvent): string => {
  const code = faultCode === undefined ? '' : `fault code ${faultCode}`;
  const words = faultText === undefined ? '' : `“${tidy(faultText, 120)}”`;
  const both = [words, code].filter(Boolean).join(', ');
  return both === '' ? '' : ` (${both})`;
};

function badBlock(event: DiskEvent): string {
  const what = requestText(event);
  return what === undefined
    ? `${eventDevice(event)} reported a bad block: a place that it could not read or write`
    : `${eventDevice(event)} reported a bad block: ${what} failed`;
}

/** The way of the page, after "could not" and after "had trouble". */
const PAGING = {
  read: ['read memory back from', 'reading memory back from'],
  write: ['put memory away on', 'putting memory away on'],
  either: ['move memory to or from', 'moving memory to or from'],
} as const;

/** Only with a status is it final: a request that was to be tried again may have succeeded. */
function pagingError(event: DiskEvent): string {
  const [failed, troubled] = PAGING[event.command?.access ?? 'either'];
  const place = `${eventDevice(event)}${event.lba === undefined ? '' : ` (LBA ${event.lba})`}`;
  if (event.status !== undefined) return `Windows could not ${failed} ${place}${retried(event)}`;
  return `Windows had trouble ${troubled} ${place}${event.wasRetried ? ' and was to try again' : ''}`;
}

const removed = (event: DiskEvent): string => {
  const odd = event.isRemovable === false ? ', although it is not meant to be removable' : '';
  return `${eventDevice(event)} vanished from the machine without being ejected${odd}`;
};

const slow = (event: DiskEvent): string => {
  const time = event.durationMs === undefined ? '' : ` ${howLong(event.durationMs / 1000)},`;
  return time === ''
    ? `${requestTo(event)} took longer than Windows expects`
    : `${requestTo(event)} took${time} longer than Windows expects`;
};

const COUNTERS: readonly (readonly [keyof DiskErrorCounts, string])[] = [
  ['readWrite', 'of reads and writes'],
  ['impendingFailure', 'that announce a failure of the disk'],
  ['deviceFailure', 'of the device itself'],
  ['miniportTimeouts', 'of requests that timed out in the driver'],
];

function errorSummary(event: DiskEvent): string {
  const { counts = {} } = event;
  const parts = COUNTERS.filter(([key]) => (counts[key] ?? 0) > 0).map(([key, words]) => `${counts[key]} ${words}`);
  const total = counts.total ?? 0;
  if (total === 0 && parts.length === 0) return `Windows counts no error of ${eventDevice(event)} since it started`;
  const sum = counts.total === undefined ? 'errors' : howMany(total, 'error');
  return `Windows counts ${sum} of ${eventDevice(event)} since it started${parts.length > 0 ? `, among them ${enumerate(parts)}` : ''}`;
}

function health(event: DiskEvent, report: string): string {
  const device = eventDevice(event);
  if (!tellsHealth(event)) return `${device} sent ${report} that could not be read`;
  const faults = healthFaults(event);
  return faults.length > 0
    ? `${device} says in ${report}: ${enumerate(faults)}`
    : `${device} says in ${report} that all is well: ${cleanHealth(event)}`;
}

/** CorruptionActionState of Ntfs 98. Source: manifests of Microsoft-Windows-Ntfs; the states above 0 are our reading. */
const VOLUME_STATES = [
  'is healthy',
  'needs a scan, which can run while it is in use',
  'has damage that a short check at the next start repairs',
  'has damage that needs a full check',
];

const volumeHealth = (event: DiskEvent): string =>
  `NTFS says that ${volume(event)} ${VOLUME_STATES[event.volumeState ?? -1] ?? 'was checked, without saying how it is'}`;

const reset = (event: DiskEvent): string =>
  `${driver(event)} reset ${eventDevice(event)}, because a request was not answered ${afterWaiting(event)}`;

const resetOutcome = (event: DiskEvent): string =>
  event.status === undefined
    ? `A reset of ${eventDevice(event)} by ${driver(event)} has finished`
    : `${driver(event)} reset ${eventDevice(event)}`;

/** The main clause for every kind; why it came so follows where the event knows. A Record, so that a new kind does not compile without words. */
const CLAUSES: Readonly<Record<DiskEventKind, (event: DiskEvent) => string>> = {
  'bad-block': badBlock,
  'controller-error': (event) =>
    `${event.driver === undefined ? 'Windows' : driver(event)} met an error on ${eventDevice(event)} that it files under “controller”, which it does with many faults`,
  'not-ready': (event) => `${eventDevice(event)} was not ready for access`,
  'paging-error': pagingError,
  'failure-predicted': (event) => `${eventDevice(event)} predicts its own failure`,
  'io-retried': (event) => `${requestTo(event)} did not work at first and was tried again`,
  'hardware-error': (event) => `${requestTo(event)} failed because of a hardware error`,
  'surprise-removed': removed,
  'slow-io': slow,
  'no-response': (event) => `${eventDevice(event)} did not answer ${afterWaiting(event)}`,
  'request-timeout': (event) =>
    `${requestTo(event)} was not answered ${afterWaiting(event)}, and ${driver(event)} gave it up`,
  'device-reset': reset,
  'bus-reset': (event) => `${driver(event)} reset the bus to which ${eventDevice(event)} belongs`,
  'reset-outcome': resetOutcome,
  'request-failed': (event) => `${requestTo(event)} failed${retried(event)}`,
  'control-failed': (event) =>
    `A control request to ${eventDevice(event)}, neither a read nor a write, failed${retried(event)}`,
  'scsi-request-failed': (event) => `${requestTo(event)} failed${retried(event)}`,
  'error-summary': errorSummary,
  'first-error': (event) => `${requestTo(event)} was the first since the start of Windows to fail there`,
  'smart-report': (event) => health(event, 'its SMART report'),
  'nvme-health': (event) => health(event, 'its NVMe health log'),
  'marked-failing': (event) => `Windows expects ${eventDevice(event)} to fail${said(event)}`,
  'marked-failed': (event) => `Windows gave ${eventDevice(event)} up as failed${said(event)}`,
  recovered: (event) => `Windows found ${eventDevice(event)} working again`,
  'file-system-corrupt': (event) => `The file system of ${volume(event)} is damaged`,
  'volume-health': volumeHealth,
  'write-lost': (event) =>
    `Windows could not write data to ${volume(event)} that programs took for saved; they are lost`,
  'log-flush-failed': (event) =>
    `NTFS could not write its journal of ${volume(event)} to ${eventDevice({ ...event, volume: undefined })}, so the volume may be damaged`,
  'dump-setup-failed': () => 'Windows could not get ready to write dumps, so a stop would have left none',
  'dump-device-gone': () => 'Windows switched dumps off, because the disk that was to take them is gone',
  'dump-write-failed': () => 'Windows stopped and could not write a dump',
  'dump-written': () => 'Windows stopped and wrote a dump',
};

/**
 * A storage event in one plain sentence: what it says, then why as far as the driver (SRB status), the disk (sense data) and
 * Windows (NTSTATUS) told. Total and bounded; what the event does not say is left out. What an event means: the kinds of
 * `DiskEvent`, whose sources stand in the readers of winevent.
 */
export function tellDiskEvent(event: DiskEvent): string {
  const reasons = reasonsText(event);
  const clause = asSentence(CLAUSES[event.kind](event));
  return `${clause}${reasons.length > 0 ? `; ${reasons.join('; ')}` : ''}.`;
}
