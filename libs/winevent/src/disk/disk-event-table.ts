import type { WindowsEvent } from '../windows-event.js';
import { isVolumeName, readDeviceName } from './device-name.js';
import { readNumberedEvent, readRequestEvent, readRetriedEvent, readSlowEvent } from './class-driver-events.js';
import type { DiskEventKind, DiskFacts } from './disk-event.js';
import { readIoErrorPacket } from './io-error-packet.js';
import {
  readErrorSummary,
  readNtfsManifest,
  readNvmeReport,
  readSmartReport,
  readStorDiag,
  readStorPort,
} from './manifest-events.js';

export type DiskEventReader = (event: WindowsEvent) => DiskFacts;
type Row = readonly [kind: DiskEventKind, read: DiskEventReader];
type Rows = Readonly<Record<number, Row>>;

/** The class driver. Ids and codes: ntiologc.h; what is logged when: class.c and disk.c of Windows-driver-samples. */
const DISK: Rows = {
  7: ['bad-block', readRequestEvent],
  11: ['controller-error', readRequestEvent],
  15: ['not-ready', readRequestEvent],
  51: ['paging-error', readRequestEvent],
  52: ['failure-predicted', readNumberedEvent],
  153: ['io-retried', readRetriedEvent],
  154: ['hardware-error', readRetriedEvent],
  155: ['slow-io', readSlowEvent],
  157: ['surprise-removed', readNumberedEvent],
};

/** Port drivers: logged by storport or ataport under the name of the miniport. */
export const PORT_DRIVER_ROWS: Rows = {
  9: ['no-response', portEvent],
  11: ['controller-error', portEvent],
  117: ['request-timeout', portEvent],
  118: ['bus-reset', portEvent],
  129: ['device-reset', portEvent],
};

function portEvent(event: WindowsEvent): DiskFacts {
  return { ...readRequestEvent(event), driver: event.provider };
}

const STORDIAG: Rows = {
  500: ['request-failed', readStorDiag],
  501: ['request-failed', readStorDiag],
  502: ['request-failed', readStorDiag],
  503: ['request-failed', readStorDiag],
  504: ['control-failed', readStorDiag],
  505: ['scsi-request-failed', readStorDiag],
  506: ['scsi-request-failed', readStorDiag],
  507: ['scsi-request-failed', readStorDiag],
};

const STORPORT: Rows = {
  500: ['request-timeout', readStorPort],
  501: ['bus-reset', readStorPort],
  502: ['device-reset', readStorPort],
  504: ['error-summary', readErrorSummary],
  507: ['reset-outcome', readStorPort],
  510: ['smart-report', readSmartReport],
  512: ['nvme-health', readNvmeReport],
  535: ['marked-failing', readStorPort],
  536: ['marked-failed', readStorPort],
  549: ['first-error', readStorPort],
  550: ['reset-outcome', readStorPort],
  551: ['surprise-removed', readStorPort],
  557: ['slow-io', readStorPort],
  558: ['marked-failed', readStorPort],
  559: ['recovered', readStorPort],
};

/** The classic provider `Ntfs` and the manifest provider write the same ids, with and without names. */
const NTFS: Rows = {
  50: ['write-lost', readNtfs],
  55: ['file-system-corrupt', readNtfs],
  57: ['log-flush-failed', readNtfs],
  98: ['volume-health', readNtfs],
  140: ['log-flush-failed', readNtfs],
};

function readNtfs(event: WindowsEvent): DiskFacts {
  const named = readNtfsManifest(event);
  const volume = named.volume ?? event.data.find(({ value }) => isVolumeName(value))?.value.trim();
  return { ...named, volume, status: named.status ?? (readIoErrorPacket(event.binary)?.finalStatus || undefined) };
}

/** Dumps that could not be set up or written are evidence about the disk. 161: the status is that of the dump write. */
const VOLMGR: Rows = {
  45: ['dump-setup-failed', volmgrEvent],
  46: ['dump-setup-failed', volmgrEvent],
  49: ['dump-setup-failed', volmgrEvent],
  156: ['dump-device-gone', volmgrEvent],
  161: ['dump-write-failed', volmgrEvent],
  162: ['dump-written', volmgrEvent],
};

function volmgrEvent(event: WindowsEvent): DiskFacts {
  const device = event.data[0]?.value;
  return {
    ...readDeviceName(device),
    volume: isVolumeName(device) ? device!.trim() : undefined,
    status: readIoErrorPacket(event.binary)?.finalStatus || undefined,
  };
}

/** Providers in lower case: real logs hold both `disk` and `Disk`. */
export const DISK_EVENT_ROWS = new Map<string, Rows>([
  ['disk', DISK],
  ['microsoft-windows-disk', DISK],
  ['microsoft-windows-stordiag', STORDIAG],
  ['microsoft-windows-storport', STORPORT],
  ['ntfs', NTFS],
  ['microsoft-windows-ntfs', NTFS],
  ['volmgr', VOLMGR],
]);
