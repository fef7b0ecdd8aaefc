import { fingerprint, readCursor, writeCursor, type Position, type SortKey } from './cursor.js';

/** The part of a query that every list has. */
interface Asked {
  readonly limit: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
  readonly asOf: string;
}

interface Sorted {
  readonly sort_key: string;
}

/** How one list is paged: its name, what its sort key looks like, and which column is the id of a row. */
export interface Paging<R> {
  readonly list: string;
  readonly key: SortKey;
  readonly idOf: (row: R) => string;
}

/**
 * One page. Asks for a row more than wanted, which tells whether there is a next page.
 */
export async function readPage<R>(
  paging: Paging<R>,
  asked: Asked & Readonly<Record<string, unknown>>,
  ask: (from: { after?: Position; limit: number }) => Promise<(R & Sorted)[]>,
): Promise<{ rows: R[]; nextCursor: string | null }> {
  const print = fingerprint(paging.list, asked);
  const after = asked.cursor === undefined ? undefined : readCursor(print, asked.cursor, paging.key);
  const found = await ask({ after, limit: asked.limit + 1 });
  const rows = found.slice(0, asked.limit);
  const last = rows.at(-1);
  const more = found.length > asked.limit && last !== undefined;
  return { rows, nextCursor: more ? writeCursor(print, { key: last.sort_key, id: paging.idOf(last) }) : null };
}

export const pageOf = <R, T>(
  { rows, nextCursor }: { rows: R[]; nextCursor: string | null },
  toItem: (row: R) => T,
): Page<T> => ({
  items: rows.map(toItem),
  nextCursor,
  asOf: new Date().toISOString(),
});
