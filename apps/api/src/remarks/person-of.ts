import { AppError } from '@inpage/core';
import type { FastifyRequest } from 'fastify';

/** The id of the person who asks. The route table lets nobody else come here; this says so to the types. */
export function personOf({ caller }: FastifyRequest): string {
  if (caller?.kind !== 'person') throw new AppError('credential-forbidden', 'A person has to be signed in for this.');
  return caller.id;
}
