import type { NvmeHealth } from './nvme-health.js';
import type { ScsiCommand } from './scsi-command.js';
import type { Sense } from './sense-data.js';
import type { SmartAttribute } from './smart-attributes.js';

/** What an event says happened, in one word. Several providers may say the same. */
export type DiskEventKind =
  /** The disk could not read or write a sector (disk 7). */
  | 'bad-block'
  /** The catch-all of class and port drivers (11); need not mean data errors. */
  | 'controller-error'
  | 'not-ready'
  /** Paging I/O had an error (disk 51); final only where there is a status. */
  | 'paging-error'
  /** The drive says that it will fail (disk 52). */
  | 'failure-predicted'
  | 'io-retried'
  | 'hardware-error'
  | 'surprise-removed'
  | 'slow-io'
  | 'no-response'
  | 'request-timeout'
  | 'device-reset'
  | 'bus-reset'
  | 'reset-outcome'
  | 'request-failed'
  | 'control-failed'
  | 'scsi-request-failed'
  /** Counters since the start of Windows, with the last error (StorPort 504). */
  | 'error-summary'
  | 'first-error'
  | 'smart-report'
  | 'nvme-health'
  /** Windows gave the device up, or got it back (StorPort 535, 536, 558, 559). */
  | 'marked-failing'
  | 'marked-failed'
  | 'recovered'
  | 'file-system-corrupt'
  | 'volume-health'
  | 'write-lost'
  | 'log-flush-failed'
  | 'dump-setup-failed'
  | 'dump-device-gone'
  | 'dump-write-failed'
  | 'dump-written';

/** A storage event in one form, whoever logged it. What the event does not say is absent; texts are trimmed. */
export interface DiskEvent {
  readonly kind: DiskEventKind;
  readonly provider: string;
  readonly eventId: number;
  readonly atMs: number;

  /** `\Device\Harddisk0\DR0`, `\Device\RaidPort1`: as the event spells it. */
  readonly device?: string;
  /** Disk number at the time of the event; Windows may give it to another disk later. */
  readonly diskNumber?: number;
  /** x of `DRx`. It counts up with every arrival, so a rising x of an internal disk means that it left and came back. */
  readonly arrival?: number;
  /** N of `\Device\RaidPortN`, which names an adapter and not a disk, or PortNumber of StorPort. */
  readonly portNumber?: number;
  readonly path?: number;
  readonly target?: number;
  readonly lun?: number;
  /** Name of the physical device object (disk 153, 154), which inventories know too. */
  readonly pdoName?: string;
  /** Driver of the port: provider of 129, MiniportName of StorPort. */
  readonly driver?: string;
  /** `C:` or a volume's name. */
  readonly volume?: string;
  readonly deviceGuid?: string;
  readonly vendor?: string;
  readonly model?: string;
  readonly firmware?: string;
  readonly serial?: string;
  /** On NVMe this one is the drive's own. */
  readonly adapterSerial?: string;
  readonly isBootDevice?: boolean;
  readonly isRemovable?: boolean;

  /** NTSTATUS, unsigned. Absent when 0: the event was logged before the request ended. */
  readonly status?: number;
  /** Without the flag bits 0x80 and 0x40. */
  readonly srbStatus?: number;
  readonly scsiStatus?: number;
  readonly sense?: Sense;
  readonly command?: ScsiCommand;
  readonly lba?: bigint;
  readonly transferBytes?: number;
  /** Of requests retried before this one was logged; 1 on disk 153 says "was retried", not how often. */
  readonly retries?: number;
  readonly isPaging?: boolean;
  readonly wasRetried?: boolean;
  /** The class driver did not know what the failure meant. */
  readonly isUnhandled?: boolean;
  readonly timeoutSeconds?: number;
  readonly durationMs?: number;
  /** UniqueErrorValue of the packet: which place of the driver logged it. */
  readonly uniqueError?: number;

  /** Ntfs 98: 0 healthy, 1 scan online, 2 spot fix, 3 full check. */
  readonly volumeState?: number;
  /** StorPort 504: errors since the start of Windows. */
  readonly counts?: DiskErrorCounts;
  readonly nvmeHealth?: NvmeHealth;
  readonly smartAttributes?: readonly SmartAttribute[];
  /** StorPort 510: SmartReturnStatus as it was sent; which way it points is not documented. */
  readonly smartReturnStatus?: boolean;
  /** StorPort 535, 536, 558. */
  readonly faultCode?: number;
  readonly faultText?: string;
}

export interface DiskErrorCounts {
  readonly total?: number;
  readonly readWrite?: number;
  readonly impendingFailure?: number;
  readonly deviceFailure?: number;
  readonly miniportTimeouts?: number;
}

/** What a reader adds to what all events have. */
export type DiskFacts = Omit<DiskEvent, 'kind' | 'provider' | 'eventId' | 'atMs'>;
