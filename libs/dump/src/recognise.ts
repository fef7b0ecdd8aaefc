import type { ByteSource } from './bytes/byte-source.js';
import { ByteView } from './bytes/byte-view.js';
import { isAllZero, looksLikeText, looksRandom } from './content-shape.js';
import type { DumpWarning } from './warning.js';

/** What else arrives where a kernel dump was expected, and what to tell the person who sent it. */
export const FOREIGN_FORMATS = {
  empty: 'The file is empty: Windows began the dump and stopped again before it was written.',
  'all-zero': 'The file has the size of a dump but holds only zeros: its contents never reached the disk.',
  'user-minidump': 'This is a dump of a program, not of the kernel.',
  zip: 'This is a ZIP archive; send the .dmp file inside it.',
  cab: 'This is a CAB archive, as Windows Error Reporting makes them; send the .dmp file inside it.',
  '7z': 'This is a 7-Zip archive; send the .dmp file inside it.',
  rar: 'This is a RAR archive; send the .dmp file inside it.',
  gzip: 'This is a gzip file; send the .dmp file inside it.',
  xz: 'This is an xz file; send the .dmp file inside it.',
  zstd: 'This is a Zstandard file; send the .dmp file inside it.',
  bzip2: 'This is a bzip2 file; send the .dmp file inside it.',
  bitlocker: 'This is a volume encrypted with BitLocker, or the beginning of one.',
  efs: 'This is a raw copy of a file encrypted with EFS; decrypt it on its PC.',
  'looks-encrypted': 'This looks encrypted or compressed: nothing in it can be recognised.',
  'raw-offline-dump': 'This is the raw partition of an offline crash dump; it has to be converted first.',
  'dump-body': 'This is the inside of a dump without its header.',
  'damaged-header': 'This begins like a kernel dump, but its header is damaged.',
  'event-log': 'This is a Windows event log; export its events as XML.',
  hibernation: 'This is a hibernation file.',
  text: 'This is text, not a dump.',
  'nothing-at-hand': 'Not one byte of the file has arrived or could be read.',
  unknown: 'This is not a Windows kernel dump.',
} as const;

export type ForeignFormat = keyof typeof FOREIGN_FORMATS;

export interface NotAKernelDump {
  readonly kind: 'not-a-kernel-dump';
  readonly format: ForeignFormat;
  /** One sentence for the person who sent the file. */
  readonly says: string;
  readonly warnings: readonly DumpWarning[];
}

const text = (value: string): readonly number[] => Array.from(value, (letter) => letter.charCodeAt(0));

/**
 * Sources: the signatures are those of the formats' own specifications; `-FVE-FS-` is the OEM name in a BitLocker volume's boot
 * sector; `ROBS` in UTF-16 begins the EFSRPC raw format, [MS-EFSR] 2.2.3; FDMP and SDMP belong behind a dump header.
 */
const SIGNATURES: readonly (readonly [format: ForeignFormat, at: number, bytes: readonly number[]])[] = [
  ['user-minidump', 0, text('MDMP')],
  ['zip', 0, text('PK\x03\x04')],
  ['zip', 0, text('PK\x05\x06')],
  ['cab', 0, text('MSCF')],
  ['7z', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', 0, text('Rar!\x1a\x07')],
  ['gzip', 0, [0x1f, 0x8b]],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', 0, text('BZh')],
  ['bitlocker', 3, text('-FVE-FS-')],
  ['efs', 0, [0x00, 0x01, 0x00, 0x00, 0x52, 0x00, 0x4f, 0x00, 0x42, 0x00, 0x53, 0x00]],
  ['raw-offline-dump', 0, text('Raw_Dmp!')],
  ['dump-body', 0, text('SDMPDUMP')],
  ['dump-body', 0, text('FDMPDUMP')],
  ['damaged-header', 0, text('PAGE')],
  ['event-log', 0, text('ElfFile\x00')],
  ['hibernation', 0, text('HIBR')],
  ['hibernation', 0, text('hibr')],
];

/** Pieces of a zero file that are looked at: enough to tell it from one that begins with zeros, constant in its size. */
const PROBES = 16;
const PROBE_BYTES = 512;

/** Says what a file is whose first bytes are not the signature of a kernel dump. */
export function recognise(source: ByteSource, head: ByteView): NotAKernelDump {
  const format = formatOf(source, head);
  return { kind: 'not-a-kernel-dump', format, says: FOREIGN_FORMATS[format], warnings: [] };
}

function formatOf(source: ByteSource, head: ByteView): ForeignFormat {
  if (source.size === 0) return 'empty';
  if (head.length === 0) return 'nothing-at-hand';
  const signed = SIGNATURES.find(([, at, bytes]) => bytes.every((byte, i) => head.u8(at + i) === byte));
  if (signed) return signed[0];
  if (isAllZero(head.bytes)) return probesAreZero(source) ? 'all-zero' : 'unknown';
  if (looksLikeText(head.bytes)) return 'text';
  return looksRandom(head.bytes) ? 'looks-encrypted' : 'unknown';
}

function probesAreZero(source: ByteSource): boolean {
  if (!Number.isFinite(source.size)) return true;
  const step = Math.max(0, source.size - PROBE_BYTES) / PROBES;
  return Array.from({ length: PROBES + 1 }, (_, i) => Math.floor(i * step)).every((at) =>
    isAllZero(source.slice(at, PROBE_BYTES)),
  );
}
