import { describe, expect, it } from 'vitest';
import { hashSecret, newSecret } from './secret.js';

describe('secrets', () => {
  it.each([
    ['enrolment', 'ike_'],
    ['machine', 'imc_'],
    ['api', 'iat_'],
  ] as const)('an %s secret starts with %s', (kind, prefix) => {
    expect(newSecret(kind).secret).toMatch(new RegExp(`^${prefix}[A-Za-z0-9_-]{43}$`));
  });

  it('stores what the same secret hashes to again', () => {
    const { secret, hash } = newSecret('api');
    expect(hashSecret(secret)).toEqual(hash);
    expect(hash).toHaveLength(32);
  });

  it('never makes the same secret twice', () => {
    const made = new Set(Array.from({ length: 1000 }, () => newSecret('api').secret));
    expect(made.size).toBe(1000);
  });

  it('hashes as every other SHA-256 does', () => {
    expect(hashSecret('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
