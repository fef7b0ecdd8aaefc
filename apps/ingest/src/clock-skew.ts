import type { FastifyRequest } from 'fastify';
import { SENT_AT_HEADER } from '@inpage/contracts';

const MOST_SKEW_MS = 2_147_483_647;

/** Our clock minus the sender's, as far as 32 bits of milliseconds reach (24 days); a header that is no time is as good as none. */
export function clockSkewMs({ headers }: FastifyRequest, arrivedMs: number): number | undefined {
  const sentAt = headers[SENT_AT_HEADER];
  if (typeof sentAt !== 'string') return undefined;
  const difference = arrivedMs - Date.parse(sentAt);
  return Number.isNaN(difference) ? undefined : Math.max(-MOST_SKEW_MS, Math.min(MOST_SKEW_MS, Math.round(difference)));
}
