import type { DumpFacts } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import { fullestDump } from './fullest-dump.js';

const header: DumpFacts = { kind: 'full', osBuild: 26_100 };
const whole: DumpFacts = { kind: 'triage', complete: true };
const cut: DumpFacts = { kind: 'triage', complete: false, cpu: 'x', processName: 'System' };
const storage: DumpFacts = {
  kind: 'triage',
  storage: { recorded: 1, succeeded: 0, unclear: 0, outstanding: [], failed: [] },
};

describe('fullestDump', () => {
  it.each([
    ['the one that remembers requests', [header, whole, storage], storage],
    ['one that was written to its end', [cut, whole], whole],
    ['one that knows more', [whole, { ...whole, cpu: 'x' }], { ...whole, cpu: 'x' }],
    ['the first of equals', [whole, { ...whole, kind: 'bitmap' }], whole],
  ])('is %s', (_which, dumps, expected) => {
    expect(fullestDump(dumps)).toBe(dumps.find((one) => JSON.stringify(one) === JSON.stringify(expected)));
  });

  it('is none where there is none', () => {
    expect(fullestDump([])).toBeUndefined();
  });
});
