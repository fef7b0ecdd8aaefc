import { describe, expect, it } from 'vitest';
import { decideChange, type CommentState } from './change-comment.js';

const shown: CommentState = { authorId: 'alice', text: 'It was the cable.', removed: false };
const hidden: CommentState = { ...shown, removed: true };

describe('a comment', () => {
  it.each([
    ['edited', shown, { text: 'It was the port.' }, { text: 'It was the port.', removed: false, steps: ['edited'] }],
    ['removed', shown, { removed: true }, { text: shown.text, removed: true, steps: ['removed'] }],
    ['brought back', hidden, { removed: false }, { text: shown.text, removed: false, steps: ['restored'] }],
    [
      'brought back with another text',
      hidden,
      { removed: false, text: 'x' },
      { text: 'x', removed: false, steps: ['restored', 'edited'] },
    ],
    ['left as it is by the same text', shown, { text: shown.text }, { ...shown, authorId: undefined, steps: [] }],
    [
      'removed once, however often it is asked',
      hidden,
      { removed: true },
      { text: shown.text, removed: true, steps: [] },
    ],
  ] as const)('is %s', (_, comment, change, wanted) => {
    const { text, removed, steps } = wanted;
    expect(decideChange(comment, 'alice', change)).toEqual({ ok: true, value: { text, removed, steps } });
  });

  it.each([
    ['that is not there', undefined, 'alice', 'comment-not-found'],
    ['of somebody else', shown, 'bob', 'comment-not-yours'],
    ['of somebody else, removed', hidden, 'bob', 'comment-not-yours'],
    ['that is removed', hidden, 'alice', 'comment-removed'],
  ] as const)('%s is not edited', (_, comment, person, error) => {
    expect(decideChange(comment, person, { text: 'Something else.' })).toEqual({ ok: false, error });
  });
});
