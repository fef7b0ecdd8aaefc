import { hash as digest, randomBytes } from 'node:crypto';

export type SecretKind = 'enrolment' | 'machine' | 'api';

/** What a secret starts with, so that people, logs and secret scanners can tell what they found. */
export const SECRET_PREFIX = { enrolment: 'ike_', machine: 'imc_', api: 'iat_' } as const satisfies Record<
  SecretKind,
  string
>;

const SECRET_BYTES = 32;

export interface NewSecret {
  /** Shown once, kept nowhere. */
  readonly secret: string;
  readonly hash: Buffer;
}

/** A secret of 256 random bits, and the hash that is stored in its place. */
export function newSecret(kind: SecretKind): NewSecret {
  const secret = SECRET_PREFIX[kind] + randomBytes(SECRET_BYTES).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/**
 * SHA-256 without salt or stretching: with 256 random bits there is nothing to guess, and the hash can be looked up by an
 * index on every request.
 */
export const hashSecret = (secret: string): Buffer => digest('sha256', secret, 'buffer');
