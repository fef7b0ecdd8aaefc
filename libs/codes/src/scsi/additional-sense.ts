import { formatHex32 } from '@inpage/core';
import type { CauseClass } from '../cause-class.js';
import { parseCode } from '../code-text.js';
import { ADDITIONAL_SENSE_ROWS, type AdditionalSenseRow } from './additional-sense-table.js';
import { SCSI_SOURCES } from './scsi-sources.js';

/** What an additional sense code (ASC) and its qualifier (ASCQ) say. */
export interface AdditionalSense {
  readonly asc: number;
  readonly ascq: number;
  /** As T10 names it; `undefined` where our table has no row. */
  readonly name?: string;
  readonly meaning: string;
  readonly class: CauseClass;
  readonly source: string;
}

const entryOf = ([code, name, meaning, leaning]: AdditionalSenseRow): AdditionalSense => ({
  asc: code >>> 8,
  ascq: code & 0xff,
  name,
  meaning,
  class: leaning,
  source: SCSI_SOURCES.additional,
});

/** The codes that we explain, ascending. */
export const ADDITIONAL_SENSES: readonly AdditionalSense[] = ADDITIONAL_SENSE_ROWS.map(entryOf);

const codeOf = ({ asc, ascq }: AdditionalSense): number => asc * 256 + ascq;
const byCode = new Map(ADDITIONAL_SENSES.map((sense) => [codeOf(sense), sense]));

/** From 0x80 on the maker of the device decides what a code means: T10, SPC-5. */
const VENDOR = 0x80;

/**
 * Total. A qualifier that we have no row for gets what the code without a qualifier says; a code of the device's maker is told
 * as such.
 */
export function additionalSense(asc: number, ascq: number): AdditionalSense {
  const place = { asc: asc & 0xff, ascq: ascq & 0xff, source: SCSI_SOURCES.additional };
  const known = byCode.get(place.asc * 256 + place.ascq);
  if (known) return known;
  const broad = place.ascq < VENDOR ? byCode.get(place.asc * 256) : undefined;
  if (broad && place.asc !== 0) return { ...place, meaning: broad.meaning, class: broad.class };
  const isVendors = place.asc >= VENDOR || place.ascq >= VENDOR;
  const meaning = isVendors ? 'Only the maker of the device knows.' : 'This code is not in our table.';
  return { ...place, meaning, class: 'unknown' };
}

const PAIR = /^(?:0x)?([0-9a-f]{1,2})h?\s*[/:,\s]\s*(?:0x)?([0-9a-f]{1,2})h?$/i;

/**
 * By T10's name, by the two bytes in hexadecimal (`11/04`, `0x11, 0x4`, `11h/04h`), or by one number of both (`0x1104`).
 * `undefined` for what is none of these.
 */
export function findAdditionalSense(text: string): AdditionalSense | undefined {
  const name = text.trim().toUpperCase();
  const named = ADDITIONAL_SENSES.find((sense) => sense.name === name);
  const pair = PAIR.exec(text.trim());
  if (named) return named;
  if (pair) return additionalSense(Number.parseInt(pair[1]!, 16), Number.parseInt(pair[2]!, 16));
  const code = parseCode(text);
  return code === undefined || code > 0xffff ? undefined : additionalSense(code >>> 8, code & 0xff);
}

/** `11/04`, as drive makers and T10 write it. */
export const formatAdditionalSense = ({ asc, ascq }: { readonly asc: number; readonly ascq: number }): string =>
  `${byteDigits(asc)}/${byteDigits(ascq)}`;

const byteDigits = (byte: number): string => formatHex32(byte).slice(-2);
