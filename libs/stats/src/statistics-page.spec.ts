import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workedExamples } from './worked-examples.fixture.js';

const page = readFileSync(fileURLToPath(new URL('../../../docs/statistics.md', import.meta.url)), 'utf8');
const printed = [...page.matchAll(/^> - (.*)$/gm)].map(([, sentence]) => sentence!);

describe('docs/statistics.md', () => {
  it.each(workedExamples())('says: %s', (sentence) => {
    expect(printed).toContain(sentence);
  });
  it('has no worked example that nothing works out', () => {
    const made = new Set(workedExamples());
    expect(printed.filter((sentence) => !made.has(sentence))).toEqual([]);
  });
});
