import { collapse, printable, swapPairs } from './printable.js';

/** What a serial number field turned out to hold. */
export interface NormalisedSerial {
  /** The serial of the disk; absent when the field held something else or a placeholder. */
  readonly serial?: string;
  /** An EUI-64 or NGUID in lower-case hex without separators: the name of an NVMe namespace, not the disk's serial. */
  readonly namespaceId?: string;
  /** The field held a placeholder that many disks share; it identifies nothing. */
  readonly placeholder: boolean;
  readonly raw: string;
}

/** NVMe: `ACE4_2E61_9000_7804.` (EUI-64) or eight groups (NGUID). Source: glpi-agent issues 680 and 198. */
const NAMESPACE_ID = /^(?:[0-9a-f]{4}_){3}(?:(?:[0-9a-f]{4}_){4})?[0-9a-f]{4}\.?$/i;

/** Namespace number behind an adapter serial: `…_0000`, `…_00000001.`. Source: paccor issue 86. */
const NAMESPACE_SUFFIX = /_(?:0+|0{6}[0-9a-f]{2})\.?$/i;

/** Twenty characters as forty hex digits: how Windows Vista and 7 show an ATA serial, and some bridges still do. */
const HEX_TEXT = /^(?:[2-6][0-9a-f]|7[0-9a-e]){20}$/i;

const PLACEHOLDERS = new Set([
  'to be filled by o.e.m.',
  'default string',
  'none',
  'n/a',
  'na',
  'null',
  'unknown',
  'not available',
  'serial number',
  '0123456789abcdef',
  '0123456789',
  '123456789',
  '1234567890',
  '123456789012',
]);

/** Listed, or one character over and over: zeros on a Samsung 980, `FFFFFFFF` and the like behind bridges. */
const isPlaceholder = (text: string): boolean =>
  PLACEHOLDERS.has(text.toLowerCase()) || /^(.)\1*$/su.test(text.replace(/[_.\-\s]/g, ''));

const decodeHexText = (field: string): string =>
  HEX_TEXT.test(field.trim()) ? field.trim().replace(/../g, (pair) => String.fromCharCode(parseInt(pair, 16))) : field;

/**
 * Serials have no spaces inside, so a space that moves to the edge when the bytes are exchanged came from padding; and `DW-`
 * is Western Digital's `WD-` exchanged.
 */
function unswapped(field: string): string {
  const swapped = swapPairs(field);
  const spaceMoves = field.trim().includes(' ') && !swapped.trim().includes(' ');
  return spaceMoves || (/^ *DW/.test(field) && /^ *WD-/.test(swapped)) ? swapped : field;
}

/**
 * Reads a serial number field: cuts at NUL, drops what cannot be printed, decodes hex text, repairs exchanged bytes, takes
 * off a namespace suffix, and tells namespace ids and placeholders from serials. The case is kept. For NVMe ask first with
 * AdapterSerialNumber; SerialNumber is the namespace id there.
 */
export function normaliseSerial(raw: string): NormalisedSerial {
  const field = printable(raw);
  const plain = collapse(unswapped(decodeHexText(field)));
  const serial = plain.replace(NAMESPACE_SUFFIX, '');
  if (plain === '' || isPlaceholder(serial) || isPlaceholder(plain)) return { placeholder: plain !== '', raw };
  if (NAMESPACE_ID.test(plain)) {
    return { namespaceId: plain.replace(/[_.]/g, '').toLowerCase(), placeholder: false, raw };
  }
  return { serial, placeholder: false, raw };
}
