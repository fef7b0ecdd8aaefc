import type { z } from 'zod';

/**
 * One question: a name, SQL that can be pasted into psql, how the parameters map to $1…, the type of a row, and a sample
 * with which one spec plans and runs every question there is.
 */
export interface Query<P, R> {
  readonly name: string;
  readonly text: string;
  readonly params: (p: P) => readonly unknown[];
  readonly row: z.ZodType<R>;
  readonly sample: NoInfer<P>;
}

export const query = <P, R>(definition: Query<P, R>): Query<P, R> => definition;
