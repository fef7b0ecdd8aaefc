import { expect, it } from 'vitest';
import { bearerSecret } from './bearer.js';
import { newSecret } from './secret.js';

it('finds the secret behind Bearer, in any case', () => {
  const { secret } = newSecret('api');
  expect(bearerSecret(`Bearer ${secret}`)).toBe(secret);
  expect(bearerSecret(`bearer ${secret}`)).toBe(secret);
});

it.each(['', 'Bearer', 'Bearer short', 'Basic YWxpY2U6c2VjcmV0', 'Bearer two words', `Bearer ${'x'.repeat(129)}`])(
  'finds none in "%s"',
  (authorization) => {
    expect(bearerSecret(authorization)).toBeUndefined();
  },
);
