import { expect, it } from 'vitest';
import { keyStateOf } from './key-state.js';

const NOW = Date.parse('2026-05-03T00:00:00Z');
const [past, future] = ['2026-05-02T00:00:00Z', '2026-05-04T00:00:00Z'];

it.each([
  [null, null, 'active'],
  [null, future, 'active'],
  [null, past, 'expired'],
  [past, past, 'revoked'],
  [past, null, 'revoked'],
] as const)('revoked %s, expires %s is %s', (revokedAt, expiresAt, state) => {
  expect(keyStateOf({ revokedAt, expiresAt }, NOW)).toBe(state);
});
