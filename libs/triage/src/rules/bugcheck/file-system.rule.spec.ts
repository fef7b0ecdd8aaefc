import { NtStatus } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { factsOf, otherStop, inpageStop } from '../crash-facts.fixture.js';
import { bugcheckFileSystem } from './file-system.rule.js';

describe('bugcheck/file-system', () => {
  it('speaks when the status is one that nobody knows', () => {
    const decode = otherStop(0x24, { status: NtStatus(0xc0de0001) });
    expect(bugcheckFileSystem.test(factsOf(decode))[0]).toMatchObject({ cause: 'filesystem', weight: 3 });
  });

  it.each([
    ['24', 'filesystem', 3],
    ['149', 'filesystem', 3],
    ['ed', 'filesystem', 3],
  ] as const)('leans 0x%s to %s', (hex, cause, weight) => {
    const [first] = bugcheckFileSystem.test(factsOf(otherStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause, weight });
  });

  it.each(['7a', 'f0', '1a'])('has nothing to say about 0x%s', (hex) => {
    expect(bugcheckFileSystem.test(factsOf(otherStop(parseInt(hex, 16))))).toEqual([]);
  });

  it('leaves 0xED to the status when there is one', () => {
    expect(
      bugcheckFileSystem.test(factsOf(inpageStop(0xc000009c, { code: otherStop(0xed).code, layout: 'ED' }))),
    ).toEqual([]);
  });
});
