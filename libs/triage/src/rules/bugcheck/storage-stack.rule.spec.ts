import { NtStatus } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { factsOf, otherStop } from '../crash-facts.fixture.js';
import { bugcheckStorageStack } from './storage-stack.rule.js';

describe('bugcheck/storage-stack', () => {
  it('leans the same way when 0x7B carries a status beside it', () => {
    const decode = otherStop(0x7b, { status: NtStatus(0xc0000034) });
    expect(bugcheckStorageStack.test(factsOf(decode))[0]).toMatchObject({ cause: 'controller', weight: 3 });
  });

  it.each([
    ['f0', 'controller', 5],
    ['7b', 'controller', 3],
    ['140', 'controller', 2],
  ] as const)('leans 0x%s to %s', (hex, cause, weight) => {
    const [first] = bugcheckStorageStack.test(factsOf(otherStop(parseInt(hex, 16))));
    expect(first).toMatchObject({ cause, weight });
  });

  it.each(['7a', '24', 'd1'])('has nothing to say about 0x%s', (hex) => {
    expect(bugcheckStorageStack.test(factsOf(otherStop(parseInt(hex, 16))))).toEqual([]);
  });
});
