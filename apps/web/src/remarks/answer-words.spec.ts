import { describe, expect, it } from 'vitest';
import { sinceThen, wordsOf } from './answer-words.js';

const said = { cause: 'media', confidence: 0.72, triageVersion: 3 } as const;

describe('an answer', () => {
  it.each([
    ['confirmed', null, 'this was right'],
    ['wrong', null, 'this was wrong'],
    ['wrong', 'link', 'it was the cable, seat, power or port'],
    ['withdrawn', null, 'the answer was withdrawn'],
  ] as const)('%s, %s reads: %s', (right, cause, words) => expect(wordsOf({ right, cause })).toBe(words));

  it.each([
    ['confirmed', null, 'media', []],
    [
      'confirmed',
      null,
      'link',
      ['The verdict was Media, 72% confident.', 'Since then the verdict has changed to Link.'],
    ],
    ['wrong', 'link', 'media', ['The verdict was Media, 72% confident.']],
    [
      'wrong',
      'link',
      'link',
      ['The verdict was Media, 72% confident.', 'Since then the verdict has changed to the same.'],
    ],
    [
      'wrong',
      'link',
      'memory',
      ['The verdict was Media, 72% confident.', 'Since then the verdict has changed to Memory.'],
    ],
    [
      'wrong',
      null,
      'memory',
      ['The verdict was Media, 72% confident.', 'Since then the verdict has changed to Memory.'],
    ],
  ] as const)('%s, %s, of a verdict that is %s now, tells what has become of it', (right, cause, now, sentences) => {
    expect(sinceThen({ right, cause, said }, now)).toEqual(sentences);
  });
});
