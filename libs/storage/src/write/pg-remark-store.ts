import { randomUUID } from 'node:crypto';
import {
  decideChange,
  RemarkStore,
  type ChangeRefusal,
  type CommentChange,
  type CommentState,
  type DecidedChange,
  type NewAnswer,
  type NewComment,
  type RemarkSubject,
  type SubjectInWords,
} from '@inpage/fleet';
import type { PoolClient } from 'pg';
import type { Database } from '../database.js';

const ADD_COMMENT = `
insert into comment (id, group_id, machine_id, record_id, title, family, status, model, author_id, author_name, text)
select $1, $2, $3, $4, $5, $6, $7, $8, p.id, p.name, $10 from person p where p.id = $9
returning id`;
const HOLD_COMMENT = `
select author_id as "authorId", text, removed_at is not null as removed from comment where id = $1 for update`;
const KEEP_FORMER = `
insert into comment_change (comment_id, what, former_text) select $1, what, $3 from unnest($2::text[]) with ordinality as t (what, n) order by n`;
const CHANGE_COMMENT = `
update comment set text = $2, edited_at = case when $3 then clock_timestamp() else edited_at end,
  removed_at = case when $4 then coalesce(removed_at, clock_timestamp()) end
 where id = $1`;
/** An answer that says what this person said last of the same thing, of the same verdict, is sent twice and kept once. */
const ADD_ANSWER = `
with latest as (
  select * from answer
   where ($2::uuid is not null and group_id = $2) or ($4::uuid is not null and record_id = $4)
   order by answered_at desc, id desc limit 1
), same as (
  select id from latest
   where (author_id, verdict, cause, note, said_cause, said_confidence, said_triage_version)
     is not distinct from ($9::text, $10::text, $11::text, $12::text, $13::text, $14::real, $15::integer)
), added as (
  insert into answer (id, group_id, machine_id, record_id, title, family, status, model, author_id, author_name, verdict, cause, note,
    said_cause, said_confidence, said_triage_version)
  select $1, $2, $3, $4, $5, $6, $7, $8, p.id, p.name, $10, $11, $12, $13, $14, $15 from person p where p.id = $9 and not exists (select from same)
  returning id
)
select id from added union all select id from same`;

export class PgRemarkStore extends RemarkStore {
  constructor(private readonly database: Database) {
    super();
  }

  addComment({ subject, words, author, text }: NewComment): Promise<string | undefined> {
    return this.#add(ADD_COMMENT, [...subjectValues(subject, words), author, text]);
  }

  changeComment(id: string, author: string, change: CommentChange): Promise<ChangeRefusal | undefined> {
    return this.database.transaction(async (db) => {
      const { rows } = await db.query(HOLD_COMMENT, [id]);
      const comment = rows[0] as CommentState | undefined;
      const decided = decideChange(comment, author, change);
      if (!decided.ok) return decided.error;
      if (decided.value.steps.length > 0) await apply(db, id, comment!.text, decided.value);
      return undefined;
    });
  }

  addAnswer({ subject, words, author, right, cause, note, said }: NewAnswer): Promise<string | undefined> {
    const verdict = [said.cause, said.confidence, said.triageVersion];
    return this.#add(ADD_ANSWER, [...subjectValues(subject, words), author, right, cause, note, ...verdict]);
  }

  async #add(text: string, values: readonly unknown[]): Promise<string | undefined> {
    const { rows } = await this.database.pool.query(text, [randomUUID(), ...values]);
    return (rows[0] as { id: string } | undefined)?.id;
  }
}

async function apply(
  db: PoolClient,
  id: string,
  former: string,
  { text, removed, steps }: DecidedChange,
): Promise<void> {
  await db.query(KEEP_FORMER, [id, steps, former]);
  await db.query(CHANGE_COMMENT, [id, text, steps.includes('edited'), removed]);
}

/** Seven values: which group, or which record of which machine; then the words. */
const subjectValues = (subject: RemarkSubject, { title, family, status, model }: SubjectInWords): unknown[] => [
  subject.kind === 'group' ? subject.groupId : null,
  subject.kind === 'crash' ? subject.machineId : null,
  subject.kind === 'crash' ? subject.recordId : null,
  title,
  family,
  status,
  model,
];
