import type { CauseClass } from '../cause-class.js';
import { NtStatus } from '../numbers.js';
import { type AdditionalSense, additionalSense } from './additional-sense.js';
import { SCSI_SOURCES } from './scsi-sources.js';
import { type SenseKey, senseKey } from './sense-key.js';

/** Sense key, additional sense code and its qualifier, as they stand in sense data. */
export interface SenseTriple {
  readonly key: number;
  readonly asc: number;
  readonly ascq: number;
}

/** What sense data say, and what Windows makes of them. */
export interface SenseExplained {
  readonly key: SenseKey;
  readonly additional: AdditionalSense;
  /** Of the additional code, because it is the closer word; of the key where the code leans nowhere. */
  readonly class: CauseClass;
  /** What the class driver hands up once it has given up; `undefined` where the request succeeded all the same. */
  readonly ntstatus?: NtStatus;
  readonly source: string;
}

type Row = readonly [key: number, asc: number, ascq: number | undefined, ntstatus: number];

/**
 * Where Windows looks past the sense key, by falling precedence. Medium errors of an unknown format, illegal requests, full
 * thin disks. Source: ClassInterpretSenseInfo of the class driver that Microsoft publishes, for a fixed disk.
 */
const EXCEPTIONS: readonly Row[] = [
  [0x2, 0x3a, undefined, 0xc0000013],
  [0x3, 0x30, 0x01, 0xc0000014],
  [0x5, 0x08, 0x04, 0xc0000464],
  [0x5, 0x1a, undefined, 0xc000003c],
  [0x5, 0x21, undefined, 0xc0000015],
  [0x5, 0x25, undefined, 0xc000000e],
  [0x7, 0x27, 0x07, 0xc0000461],
  [0x7, 0x27, undefined, 0xc00000a2],
  [0xb, 0x55, 0x03, 0xc000009a],
];

const matches = ({ key, asc, ascq }: SenseTriple, [ofKey, ofAsc, ofAscq]: Row): boolean =>
  (key & 0x0f) === ofKey && asc === ofAsc && (ofAscq === undefined || ascq === ofAscq);

/** Total: keys that T10 has not given out and codes that we have no row for are told as such. */
export function explainSense(sense: SenseTriple): SenseExplained {
  const key = senseKey(sense.key);
  const additional = additionalSense(sense.asc, sense.ascq);
  const exception = EXCEPTIONS.find((row) => matches(sense, row));
  return {
    key,
    additional,
    class: additional.class === 'unknown' ? key.class : additional.class,
    ntstatus: exception ? NtStatus(exception[3]) : key.ntstatus,
    source: SCSI_SOURCES.classpnp,
  };
}
