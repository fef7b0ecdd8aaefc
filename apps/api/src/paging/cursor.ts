import { createHash } from 'node:crypto';
import { AppError } from '@inpage/core';
import { z } from 'zod';

/** Where a page ended: the sort key and id of its last row. */
export interface Position {
  readonly key: string;
  readonly id: string;
}

/** What a sort key looks like. A cursor comes from outside, so a key is checked before a database has to read it. */
export const SORT_KEY = {
  count: z.string().regex(/^\d{1,9}$/),
  bigint: z.string().regex(/^-?\d{1,18}$/),
  time: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/)
    .refine((text) => !Number.isNaN(Date.parse(text))),
  text: z
    .string()
    .max(256)
    .refine((text) => !text.includes('\0')),
} as const;
export type SortKey = keyof typeof SORT_KEY;

/**
 * Binds a cursor to a list: its name and everything that was asked of it, except how many rows and from where. A cursor of
 * another list, sorting or filter would give a page that belongs to neither.
 */
export function fingerprint(list: string, asked: Readonly<Record<string, unknown>>): string {
  const { cursor: _cursor, limit: _limit, ...rest } = asked;
  const given = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([list, given]))
    .digest('base64url')
    .slice(0, 12);
}

export const writeCursor = (print: string, { key, id }: Position): string =>
  Buffer.from(JSON.stringify([print, key, id])).toString('base64url');

/** @throws AppError `cursor-invalid` for whatever `writeCursor` did not write for this list. */
export function readCursor(print: string, cursor: string, kind: SortKey): Position {
  const shape = z.tuple([z.literal(print), SORT_KEY[kind], z.uuid()]);
  const read = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!read.success) throw new AppError('cursor-invalid');
  return { key: read.data[1], id: read.data[2] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
