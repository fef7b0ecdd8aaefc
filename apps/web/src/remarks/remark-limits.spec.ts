import { rest } from '@inpage/contracts';
import { expect, it } from 'vitest';
import { COMMENT_CHARS, NOTE_CHARS } from './remark-limits.js';

it('limits texts as the contract does', () => {
  expect({ textChars: COMMENT_CHARS, noteChars: NOTE_CHARS }).toEqual(rest.REMARK_LIMITS);
});
