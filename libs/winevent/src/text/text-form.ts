import type { BugcheckText, BugcheckTextForm } from './bugcheck-text.js';

/** What a form found at a line, before the line number is added. */
export type Found = Omit<BugcheckText, 'form' | 'line'>;

/** One way of writing a stop. It looks at one line, and a bounded number of lines around it. */
export interface TextForm {
  readonly form: BugcheckTextForm;
  /** A word of the line without which `read` need not be asked; lower case. */
  readonly hint: string;
  read(lines: readonly string[], at: number): Found | undefined;
}

/** First capture of the pattern in the nearest of the lines from `from` to `to` (relative to `at`, `to` included). */
export function nearby(
  lines: readonly string[],
  at: number,
  from: number,
  to: number,
  pattern: RegExp,
): string | undefined {
  const step = from <= to ? 1 : -1;
  for (let i = from; step * (to - i) >= 0; i += step) {
    const found = pattern.exec(lines[at + i] ?? '');
    if (found) return found[1];
  }
  return undefined;
}
