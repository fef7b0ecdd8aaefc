import { bugcheck, type CauseClass } from '@inpage/codes';
import { formatHex32 } from '@inpage/core';
import { busName } from '../disk/bus-type.js';
import type { CrashFacts, DiskFacts, Reason } from '../verdict.js';

/** What the three texts are made of. */
export interface Judged {
  readonly facts: CrashFacts;
  readonly cause: CauseClass;
  readonly confidence: number;
  readonly reasons: readonly Reason[];
}

/** Names come from outside: one line, single spaces, and short enough for a sentence. */
const NAME_CHARS = 64;
export function tidy(name: string, most = NAME_CHARS): string {
  const line = name.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const signs = [...line];
  return signs.length <= most
    ? line
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** From here on we say "most likely", and below "probably"; the thresholds are ours. */
export const isLikely = (confidence: number): boolean => confidence >= 0.6;
export const isProbable = (confidence: number): boolean => confidence >= 0.4;

/** Whether triage saw that the missing page is a page table of 32-bit Windows. */
export const lostPageTable = ({ reasons }: Judged): boolean =>
  reasons.some(({ rule, cause }) => rule === 'bugcheck/page-table-page' && cause === 'resources');

const MEDIA_NAMES: Readonly<Record<number, string>> = { 3: 'hard disk', 4: 'SSD', 5: 'persistent memory' };

const particulars = ({ busType, mediaType, firmware }: DiskFacts): string => {
  const kind = [busName(busType), MEDIA_NAMES[mediaType ?? 0]].filter(Boolean).join(' ');
  return [kind, firmware ? `firmware ${tidy(firmware, 32)}` : ''].filter(Boolean).join(', ');
};

/** `Samsung SSD 870 EVO 1TB (SATA SSD, firmware SVT01B6Q)`. */
export function diskName(disk: DiskFacts): string {
  const detail = particulars(disk);
  return `${tidy(disk.model) || 'a disk of unknown model'}${detail === '' ? '' : ` (${detail})`}`;
}

/** `KERNEL_DATA_INPAGE_ERROR (0x0000007A)`. */
export const stopName = ({ decode }: CrashFacts): string => `${decode.name} (${formatHex32(decode.code)})`;

/** Whether the stop itself says something about storage, so that it makes sense to ask which disk it was. */
export const speaksOfStorage = ({ decode }: CrashFacts): boolean =>
  decode.family === 'inpage' ||
  decode.status !== undefined ||
  decode.layout !== 'none' ||
  ['direct', 'direct-status'].includes(bugcheck(decode.code).storage);

/** `a`, `a and b`, `a, b and c`. */
export const enumerate = (words: readonly string[], conjunction = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;

/** Sentences of tables start with a capital and end with a full stop; inside of ours they do neither. Abbreviations stay. */
export function asClause(sentence: string): string {
  const bare = sentence.trim().replace(/\.$/, '');
  return /^[A-Z](?:[a-z]| )/.test(bare) ? `${bare.charAt(0).toLowerCase()}${bare.slice(1)}` : bare;
}

export const asSentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`;
