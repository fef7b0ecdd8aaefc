/** What a kernel dump holds behind its header. */
export type DumpKind = 'triage' | 'full' | 'kernel' | 'bitmap' | 'header-only' | 'unknown-type';

/** DumpType of the header. Sources: mindumpdef.h; 8 to 10 are written by WinDbg's `.dump` (0vercl0k/kdmp-parser). */
const KINDS: Readonly<Record<number, DumpKind>> = {
  1: 'full',
  2: 'kernel',
  3: 'header-only',
  4: 'triage',
  5: 'bitmap',
  6: 'bitmap',
  7: 'bitmap',
  8: 'kernel',
  9: 'kernel',
  10: 'full',
};

export const dumpKindOf = (dumpType: number | undefined): DumpKind =>
  (dumpType === undefined ? undefined : KINDS[dumpType]) ?? 'unknown-type';
