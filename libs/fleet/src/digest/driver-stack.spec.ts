import { describe, expect, it } from 'vitest';
import { readStack } from './driver-stack.js';

describe('readStack', () => {
  it('keeps each version beside its driver when an entry that names none is dropped', () => {
    const stack = readStack([
      { name: '\\Driver\\', version: '9' },
      { name: 'disk', version: '2' },
      { name: 'STORAHCI.sys' },
    ]);
    expect(stack).toEqual({
      stack: { drivers: ['disk', 'storahci'], key: 'disk > storahci' },
      stackVersions: ['2', ''],
    });
  });

  it.each(['磁', '|', 'x'])('takes what is too long for an index for no stack at all: %s', (character) => {
    const stuffed = Array.from({ length: 32 }, (_, i) => ({ name: `${character.repeat(60)}${i}` }));
    expect(readStack(stuffed)).toEqual({});
    expect(readStack(stuffed.slice(0, 4)).stack?.drivers).toHaveLength(4);
  });

  it.each([undefined, [], [{ name: '\\Driver\\', version: '9' }]])(
    'knows no stack where none is named: %j',
    (entries) => {
      expect(readStack(entries)).toEqual({});
    },
  );
});
