import { formatHex32 } from '@inpage/core';
import { BUGCHECK_ALIASES } from './bugcheck-aliases.js';
import { HEADER_BUGCHECKS } from './bugcheck-header-table.js';
import { type BugcheckRow, REFERENCE_BUGCHECKS } from './bugcheck-table.js';
import { parseCode } from '../code-text.js';
import { BugcheckCode, baseBugcheck } from '../numbers.js';
import { headerPage, referencePage } from './bugcheck-page.js';
import type { BugcheckForm, StoragePointer } from './storage/storage-bugcheck.js';
import { STORAGE_BUGCHECKS } from './storage/storage-bugchecks.js';

/** What one bugcheck code means. */
export interface BugcheckEntry {
  /** Without the minidump flag. */
  readonly code: BugcheckCode;
  /** Windows' name, or `BUGCHECK_0x…` for a code that nobody has published. */
  readonly name: string;
  /** The name in our own words. */
  readonly title: string;
  /** False for a code that nobody has published, e.g. a driver's private one. */
  readonly known: boolean;
  /** How strongly the code alone points at storage. */
  readonly storage: StoragePointer;
  /** More about the code, for those that can speak of storage. */
  readonly summary?: string;
  /** What its parameters hold; present with `summary`, empty where Microsoft documents none. */
  readonly forms?: readonly BugcheckForm[];
  /** What to look at next; present with `summary`. */
  readonly next?: readonly string[];
  /** Address of the source. */
  readonly source?: string;
}

type PageOf = (code: number, name: string) => string;

const entryFrom =
  (page: PageOf) =>
  ([code, name, title]: BugcheckRow): BugcheckEntry => ({
    code: BugcheckCode(code),
    name,
    title,
    known: true,
    storage: 'unknown',
    ...STORAGE_BUGCHECKS.get(code),
    source: page(code, name),
  });

/** Every published code that we know, by ascending code. */
export const BUGCHECKS: readonly BugcheckEntry[] = [
  ...REFERENCE_BUGCHECKS.map(entryFrom(referencePage)),
  ...HEADER_BUGCHECKS.map(entryFrom(headerPage)),
].sort((a, b) => a.code - b.code);

const byCode = new Map(BUGCHECKS.map((entry) => [entry.code, entry]));
const byName = new Map(BUGCHECKS.map((entry) => [entry.name, entry]));

const unknownEntry = (code: BugcheckCode): BugcheckEntry => ({
  code,
  name: `BUGCHECK_${formatHex32(code)}`,
  title: 'A stop code that Microsoft has not published, often private to one driver',
  known: false,
  storage: 'unknown',
});

/** Total: a code that we do not know gets an entry, too. The minidump flag 0x1000xxxx is taken off first. */
export function bugcheck(code: BugcheckCode): BugcheckEntry {
  const base = baseBugcheck(BugcheckCode(code));
  return byCode.get(base) ?? unknownEntry(base);
}

/**
 * Finds a bugcheck by what a person or a tool would write: `KERNEL_DATA_INPAGE_ERROR`, `0x7A`, `7a`, `0000007A`, `122`
 * (Kernel-Power 41 writes decimal), `0x1000007E`. `undefined` when the text is neither a name we know nor a number.
 */
export function findBugcheck(text: string): BugcheckEntry | undefined {
  const name = text.trim().toUpperCase();
  const named = byName.get(name) ?? byName.get(name.replace(/_M$/, ''));
  const code = named?.code ?? BUGCHECK_ALIASES.get(name) ?? parseCode(text);
  return code === undefined ? undefined : bugcheck(BugcheckCode(code));
}
