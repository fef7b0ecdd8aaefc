import type { ByteSource } from '../bytes/byte-source.js';
import { ByteView } from '../bytes/byte-view.js';
import { guid } from '../bytes/guid.js';
import { layout, u32 } from '../bytes/layout.js';
import type { Warnings } from '../warning.js';

/** One block of secondary data that its reader may take. */
export interface SecondaryBlock {
  readonly name: SecondaryName;
  readonly view: ByteView;
}

/**
 * The whitelist: what may leave a dump. Everything else in the chain is stepped over unread: among it are ETW buffers with the
 * names of wireless networks, and a user's path. Source of the identifiers: ntddstor.h for StorPort's two, a public table of
 * crash-dump callbacks for the others; contents decoded in real dumps, but for the paging device's, which nobody has seen.
 */
const WHITELIST = {
  'bc5c008f-1e3a-44d7-988d-86f6884c6758': 'smbios',
  '6c7ac389-4313-47dc-9f34-a8800a0fb56c': 'cpu',
  '7b581fa7-81c2-423f-a65c-1266fb10603d': 'hypervisor',
  'da82441d-7142-4bc1-b844-0807c5a4b67f': 'storage',
  'c939c73b-17dc-4a44-904c-e2d987f52649': 'pagingStorage',
} as const;

export type SecondaryName = (typeof WHITELIST)[keyof typeof WHITELIST];

const MAGIC = 'DumpBlob';
const MAGIC_BYTES = 16;
const readMagic = layout({ headerBytes: [0x08, u32] });
const readBlock = layout({
  headerBytes: [0x00, u32],
  dataBytes: [0x14, u32],
  prePad: [0x18, u32],
  postPad: [0x1c, u32],
});

const SIZE_FIELD_BYTES = 4;
const LEAST_HEADER = 0x20;
const MOST_HEADER = 0x100;
const MOST_BLOCKS = 4096;
const MOST_DATA_BYTES = 1 << 16;
/** The same identifier may come again; WinDbg shows the first only, Inpage the first that can be read. */
const MOST_OF_ONE_NAME = 4;

/**
 * Walks the chain behind the triage part. In dumps that the kernel wrote itself, zeros follow it and then whatever the disk
 * held before, up to the end of the file: the walk ends at the first header that is none, and touches nothing behind it.
 */
export function readSecondaryData(source: ByteSource, at: number, warnings: Warnings): readonly SecondaryBlock[] {
  if (at > source.size) return warnings.add('secondaryData', 'cut-off') ?? [];
  const head = new ByteView(source.slice(at, MAGIC_BYTES));
  const { headerBytes } = readMagic(head);
  const isChain = Array.from(MAGIC).every((letter, i) => head.u8(i) === letter.charCodeAt(0));
  if (!isChain || headerBytes === undefined || headerBytes < MAGIC_BYTES || headerBytes > MOST_HEADER) {
    const why = head.length === 0 && at < source.size ? 'not-at-hand' : 'not-in-this-dump';
    return warnings.add('secondaryData', why) ?? [];
  }
  return walk(source, at + headerBytes, warnings);
}

function walk(source: ByteSource, from: number, warnings: Warnings): SecondaryBlock[] {
  const found: SecondaryBlock[] = [];
  let at = from;
  for (let steps = 0; steps < MOST_BLOCKS; steps++) {
    const size = new ByteView(source.slice(at, SIZE_FIELD_BYTES)).u32(0);
    if (size === undefined) return ended(source, at, found, warnings);
    if (size < LEAST_HEADER || size > MOST_HEADER) return found;
    const header = new ByteView(source.slice(at, LEAST_HEADER));
    const { dataBytes, prePad, postPad } = readBlock(header);
    if (dataBytes === undefined || prePad === undefined || postPad === undefined)
      return ended(source, at, found, warnings);
    const dataAt = at + size + prePad;
    at = dataAt + dataBytes + postPad;
    if (at > source.size) return warnings.add('secondaryData', 'cut-off') ?? found;
    take(found, source, guid(header, 4), dataAt, dataBytes, warnings);
  }
  return warnings.add('secondaryData', 'too-many') ?? found;
}

/** The chain of a re-written dump ends exactly where the file does. */
function ended(source: ByteSource, at: number, found: SecondaryBlock[], warnings: Warnings): SecondaryBlock[] {
  if (at < source.size) warnings.add('secondaryData', 'not-at-hand');
  return found;
}

function take(
  found: SecondaryBlock[],
  source: ByteSource,
  id: string | undefined,
  at: number,
  length: number,
  warnings: Warnings,
): void {
  const name = WHITELIST[id as keyof typeof WHITELIST] as SecondaryName | undefined;
  if (!name || length === 0 || found.filter((block) => block.name === name).length >= MOST_OF_ONE_NAME) return;
  const wanted = Math.min(length, MOST_DATA_BYTES);
  const bytes = source.slice(at, wanted);
  if (length > MOST_DATA_BYTES) warnings.add(name, 'too-many');
  if (bytes.length < wanted) warnings.add(name, 'not-at-hand');
  if (bytes.length > 0) found.push({ name, view: new ByteView(bytes) });
}
