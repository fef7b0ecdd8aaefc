import type { rest } from '@inpage/contracts';
import type { AnswerItem, CommentItem } from '@inpage/storage';
import type { z } from 'zod';

export type Comment = z.output<typeof rest.comment>;
export type Answer = z.output<typeof rest.answer>;

/** What every remark says of itself. */
const remarkOf = (row: CommentItem | AnswerItem) => ({
  id: row.id,
  about: { kind: row.about, id: row.about_id, title: row.title },
  author: { id: row.author_id, name: row.author_name },
});

export const commentOf = (row: CommentItem): Comment => ({
  ...remarkOf(row),
  writtenAt: row.written_at.toISOString(),
  editedAt: row.edited_at?.toISOString() ?? null,
  text: row.text,
});

export const answerOf = (row: AnswerItem): Answer => ({
  ...remarkOf(row),
  right: row.verdict,
  cause: row.cause as Answer['cause'],
  note: row.note,
  answeredAt: row.answered_at.toISOString(),
  said: {
    cause: row.said_cause as Answer['said']['cause'],
    confidence: row.said_confidence,
    triageVersion: row.said_triage_version,
  },
});
