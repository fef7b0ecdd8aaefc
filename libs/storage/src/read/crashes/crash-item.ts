import { z } from 'zod';

/** What every list shows of a crash `c`. `sort_key` is its time to the microsecond, which a JavaScript date would lose. */
export const CRASH_ITEM = `c.id, c.machine_id, m.computer, c.group_id, g.title, c.stopped_at, c.stopped_at_precision, c.arrived_at, c.grade,
       c.code::float8 as code, c.status::float8 as status, c.cause, c.confidence, c.disk_id, dm.name as model, c.firmware, d.serial,
       to_char(c.stopped_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key`;

/** Where it comes from. */
export const CRASH_FROM = `crash c
  join machine m on m.id = c.machine_id
  join crash_group g on g.id = c.group_id
  left join disk d on d.id = c.disk_id
  left join disk_model dm on dm.id = c.model_id`;

/** `code` and `status` are unsigned 32-bit values: they fit a double, which pg reads as a number. */
export const crashItem = z.object({
  id: z.uuid(),
  machine_id: z.uuid(),
  computer: z.string(),
  group_id: z.uuid(),
  title: z.string(),
  stopped_at: z.date(),
  stopped_at_precision: z.string(),
  arrived_at: z.date(),
  grade: z.string(),
  code: z.number().int().nullable(),
  status: z.number().int().nullable(),
  cause: z.string(),
  confidence: z.number(),
  disk_id: z.uuid().nullable(),
  model: z.string().nullable(),
  firmware: z.string().nullable(),
  serial: z.string().nullable(),
  sort_key: z.string(),
});
export type CrashItem = z.infer<typeof crashItem>;

/** A page of crashes, newest first. Times are ISO 8601; `from` belongs to the window, `to` does not. */
export interface CrashPage {
  readonly from?: string;
  readonly to?: string;
  readonly causes?: readonly string[];
  readonly after?: { readonly key: string; readonly id: string };
  readonly limit: number;
}

/** The first six parameters of every page of crashes. */
export const crashPageParams = (p: CrashPage): unknown[] => [
  p.from ?? null,
  p.to ?? null,
  p.causes ?? null,
  p.after?.key ?? null,
  p.after?.id ?? null,
  p.limit,
];

export const CRASH_PAGE_WHERE = `($1::timestamptz is null or c.stopped_at >= $1) and ($2::timestamptz is null or c.stopped_at < $2)
   and ($3::text[] is null or c.cause = any ($3))
   and ($4::timestamptz is null or (c.stopped_at <= $4 and (c.stopped_at, c.id) < ($4, $5::uuid)))`;
