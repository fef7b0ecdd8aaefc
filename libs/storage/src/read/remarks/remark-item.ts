import { z } from 'zod';

/** Whom and what a remark `r` speaks of. `about_id` is the group, or the record whose id the crash had then. */
const REMARK_ITEM = `r.id, case when r.group_id is null then 'crash' else 'group' end as about, coalesce(r.group_id, r.record_id) as about_id, r.title,
       r.author_id, r.author_name`;
const remarkItem = z.object({
  id: z.uuid(),
  about: z.enum(['group', 'crash']),
  about_id: z.uuid(),
  title: z.string(),
  author_id: z.string(),
  author_name: z.string(),
});

const asText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const COMMENT_ITEM = `${REMARK_ITEM}, r.written_at, r.edited_at, r.text, ${asText('r.written_at')} as sort_key`;
export const commentItem = remarkItem.extend({
  written_at: z.date(),
  edited_at: z.date().nullable(),
  text: z.string(),
  sort_key: z.string(),
});
export type CommentItem = z.infer<typeof commentItem>;

export const ANSWER_ITEM = `${REMARK_ITEM}, r.verdict, r.cause, r.note, r.answered_at, r.said_cause, r.said_confidence, r.said_triage_version,
       ${asText('r.answered_at')} as sort_key`;
export const answerItem = remarkItem.extend({
  verdict: z.enum(['confirmed', 'wrong', 'withdrawn']),
  cause: z.string().nullable(),
  note: z.string().nullable(),
  answered_at: z.date(),
  said_cause: z.string(),
  said_confidence: z.number(),
  said_triage_version: z.number().int(),
  sort_key: z.string(),
});
export type AnswerItem = z.infer<typeof answerItem>;

/** A page of remarks about one thing, newest first. */
export interface RemarkPage {
  readonly id: string;
  readonly after?: { readonly key: string; readonly id: string };
  readonly limit: number;
}

export const remarkPageParams = (p: RemarkPage): unknown[] => [
  p.id,
  p.after?.key ?? null,
  p.after?.id ?? null,
  p.limit,
];
