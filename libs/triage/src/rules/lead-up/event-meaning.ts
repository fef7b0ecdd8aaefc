import { additionalSense, NtStatus, ntStatus, type CauseClass } from '@inpage/codes';
import type { DiskEvent, DiskEventKind } from '@inpage/winevent';

/** What one event speaks of. `timeout`: no answer in time. `given-up`, `predicted`: what Windows or the drive said of the disk. */
export type About =
  | 'media'
  | 'link'
  | 'timeout'
  | 'device-gone'
  | 'controller'
  | 'filesystem'
  | 'resources'
  | 'given-up'
  | 'predicted'
  | 'nothing';

/** `worth` is 1 for an event that says it plainly, less for one that may be harmless. */
export interface Meaning {
  readonly about: About;
  readonly worth: number;
}

const meaning = (about: About, worth = 1): Meaning => ({ about, worth });
const NOTHING = meaning('nothing', 0);

/** Kinds that say what they say whatever stands beside them. Weights as in the catalogue of storage events, 3 of 3 being 1. */
const BY_KIND: Readonly<Partial<Record<DiskEventKind, Meaning>>> = {
  'bad-block': meaning('media'),
  'failure-predicted': meaning('predicted'),
  'marked-failing': meaning('given-up', 0.7),
  'marked-failed': meaning('given-up'),
  'surprise-removed': meaning('device-gone'),
  'dump-device-gone': meaning('device-gone'),
  'file-system-corrupt': meaning('filesystem'),
  'device-reset': meaning('timeout'),
  'bus-reset': meaning('timeout'),
  'request-timeout': meaning('timeout'),
  'no-response': meaning('timeout'),
};

/** Kinds that speak for themselves only where no sense data, SRB status or NTSTATUS says it better. */
const BY_KIND_ALONE: Readonly<Partial<Record<DiskEventKind, Meaning>>> = {
  'hardware-error': meaning('media', 0.8),
  /** Disk 11 is a catch-all: freezes write it too. */
  'controller-error': meaning('controller', 0.5),
  'not-ready': meaning('timeout', 0.5),
  'io-retried': meaning('timeout', 0.5),
  /** One alone is normal on USB and after sleep. */
  'paging-error': meaning('timeout', 0.3),
  'slow-io': meaning('timeout', 0.3),
  'write-lost': meaning('filesystem', 0.5),
  'log-flush-failed': meaning('filesystem', 0.5),
};

/** Sense keys: 3 MEDIUM ERROR, 4 HARDWARE ERROR, 6 UNIT ATTENTION (mostly after a reset), B ABORTED COMMAND. Source: T10 SPC-5. */
const BY_SENSE_KEY: Readonly<Record<number, Meaning>> = {
  0x3: meaning('media'),
  0x4: meaning('media'),
  0x6: meaning('timeout', 0.3),
  0xb: meaning('link'),
};

/**
 * A code of the link (08/xx, communication with the device) is stronger than its key: storahci reports checksum errors of a SATA cable
 * as HARDWARE ERROR 4/08/03 (storahci of Windows-driver-samples).
 */
function senseMeaning(sense: DiskEvent['sense']): Meaning | undefined {
  if (sense === undefined) return undefined;
  return additionalSense(sense.asc, sense.ascq).class === 'link' ? meaning('link') : BY_SENSE_KEY[sense.key];
}

/** srb.h; what the class driver makes of each: class.c of Windows-driver-samples. A checksum error of SATA arrives as 0x0F. */
const BY_SRB_STATUS: Readonly<Record<number, Meaning>> = {
  0x02: meaning('timeout'),
  0x05: meaning('controller', 0.2),
  0x07: meaning('device-gone'),
  0x08: meaning('device-gone'),
  0x09: meaning('timeout'),
  0x0a: meaning('link'),
  0x0b: meaning('timeout'),
  0x0e: meaning('link'),
  0x0f: meaning('link'),
  0x11: meaning('device-gone'),
  0x13: meaning('link'),
  0x14: meaning('link'),
  0x20: meaning('device-gone'),
  0x21: meaning('device-gone'),
  0x24: meaning('device-gone'),
  0x25: meaning('link'),
  0x26: meaning('resources'),
};

/** What an SRB status without its flag bits speaks of; `undefined` where sense data or an NTSTATUS has to tell. */
export const srbMeaning = (srbStatus: number | undefined): Meaning | undefined =>
  srbStatus === undefined ? undefined : BY_SRB_STATUS[srbStatus];

const STATUS_IO_DEVICE_ERROR = 0xc000_0185;

const ABOUT_CLASS: Readonly<Partial<Record<CauseClass, About>>> = {
  media: 'media',
  link: 'link',
  'device-gone': 'device-gone',
  controller: 'controller',
  filesystem: 'filesystem',
  resources: 'resources',
};

function statusMeaning(status: number | undefined): Meaning | undefined {
  if (status === undefined) return undefined;
  const entry = ntStatus(NtStatus(status));
  if (entry.subclass === 'timeout') return meaning('timeout');
  const about = ABOUT_CLASS[entry.class];
  return about && meaning(about, status === STATUS_IO_DEVICE_ERROR ? 0.7 : 1);
}

/** StorPort 504 counts since the start of Windows, so it says that something was and not when. */
function summaryMeaning({ counts }: DiskEvent): Meaning | undefined {
  if ((counts?.deviceFailure ?? 0) > 0) return meaning('given-up', 0.5);
  if ((counts?.impendingFailure ?? 0) > 0) return meaning('predicted');
  return (counts?.miniportTimeouts ?? 0) > 0 ? meaning('timeout', 0.5) : undefined;
}

/** Ntfs 98: 0 healthy, 1 scan online, 2 spot fix, 3 full check. */
function volumeMeaning({ volumeState = 0 }: DiskEvent): Meaning {
  if (volumeState >= 2) return meaning('filesystem');
  return volumeState === 1 ? meaning('filesystem', 0.3) : NOTHING;
}

/** The dump is written after the stop; what became of it is the matter of a rule of its own. */
const SAYS_NOTHING: ReadonlySet<DiskEventKind> = new Set([
  'dump-setup-failed',
  'dump-write-failed',
  'dump-written',
  'recovered',
  'reset-outcome',
  'smart-report',
  'nvme-health',
]);

const WAS_RETRIED = 0.5;

/** What the event says, from the most exact witness to the least: sense data of the disk, SRB status, NTSTATUS, the kind alone. */
export function eventMeaning(event: DiskEvent): Meaning {
  if (SAYS_NOTHING.has(event.kind)) return NOTHING;
  if (event.kind === 'volume-health') return volumeMeaning(event);
  const plain = BY_KIND[event.kind] ?? (event.kind === 'error-summary' ? summaryMeaning(event) : undefined);
  if (plain !== undefined) return plain;
  const told = senseMeaning(event.sense) ?? srbMeaning(event.srbStatus) ?? statusMeaning(event.status);
  if (told === undefined) return BY_KIND_ALONE[event.kind] ?? NOTHING;
  const retried = event.kind === 'io-retried' || event.wasRetried === true;
  return retried ? meaning(told.about, told.worth * WAS_RETRIED) : told;
}
