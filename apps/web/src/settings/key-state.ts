import type { Credential } from '../api/types.js';

export type KeyState = 'active' | 'revoked' | 'expired';

/** Revoked wins over expired: somebody decided it. */
export function keyStateOf(
  { revokedAt, expiresAt }: Pick<Credential, 'revokedAt' | 'expiresAt'>,
  now = Date.now(),
): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= now ? 'expired' : 'active';
}
