import { expect } from 'vitest';

/** What every text of ours keeps to, whatever facts it is made of. */
export function expectTidy(text: string): void {
  expect(text).not.toMatch(/undefined|\bNaN\b|Infinity|\[object|\bnull\b/);
  expect(text).not.toMatch(/ {2}|\s$|^\s| [,.;:]|\.\.|,[.,;]|\(\s|\s\)|\(\)/);
  for (const line of text.split('\n')) {
    expect(line).toMatch(/^(?:\d+\. )?[\p{Lu}\d“]/u);
    expect(line).toMatch(/[.!?]$/);
  }
}
