import { rest } from '@inpage/contracts';
import { expect, it } from 'vitest';
import { verdictOf } from './crash-answer.js';

const stored = {
  cause: 'link',
  confidence: 0.7,
  reasons: [],
  brokenRules: [],
  whatHappened: 'A read failed.',
  whoDidIt: 'The link.',
  howToFix: '1. Reseat the disk.',
} as const;

it('answers a verdict that was stored before there was a text for the owner', () => {
  expect(rest.verdict.parse(verdictOf(stored, 1)).forOwner).toBe('');
});

it('passes the text for the owner on', () => {
  expect(verdictOf({ ...stored, forOwner: 'Your PC stopped.' }, 2).forOwner).toBe('Your PC stopped.');
});
