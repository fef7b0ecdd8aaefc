import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say about groups and crashes: comments, and answers to "was this right?". */
export class CommentsAndAnswers20261122223000 implements MigrationInterface {
  readonly name = 'CommentsAndAnswers20261122223000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

/**
 * Nothing here refers to a derived table: groups and crashes may be dropped and rebuilt, and what people said stays. Nor to
 * person: who said it is told by the name they had then.
 */
const SUBJECT = `
  group_id uuid,
  machine_id uuid,
  record_id uuid,
  title text not null,
  family text not null,
  status bigint,
  model text,`;
const ONE_SUBJECT = `check ((group_id is null) <> (record_id is null) and (record_id is null) = (machine_id is null))`;

const UP = `
create table if not exists comment (
  id uuid primary key,${SUBJECT}
  author_id text not null,
  author_name text not null,
  written_at timestamptz not null default clock_timestamp(),
  text text not null check (char_length(text) between 1 and 10000),
  edited_at timestamptz,
  removed_at timestamptz,
  constraint comment_about_one_thing ${ONE_SUBJECT}
);
comment on table comment is 'What people wrote about a group or a crash. Removing hides it.';
comment on column comment.record_id is 'About a crash: the record whose id the crash had then. Its crash is found through stop_evidence, whatever its id is now.';
comment on column comment.title is 'With family, status and model: what it was about, in the words of that day. A group may vanish in a replay.';
create index if not exists comment_group on comment (group_id, written_at desc, id desc) where group_id is not null;
create index if not exists comment_record on comment (record_id, written_at desc, id desc) where record_id is not null;

create table if not exists comment_change (
  id bigint generated always as identity primary key,
  comment_id uuid not null references comment (id) on delete cascade,
  what text not null check (what in ('edited', 'removed', 'restored')),
  former_text text not null,
  changed_at timestamptz not null default clock_timestamp()
);
comment on table comment_change is 'What comments said before they were changed.';
create index if not exists comment_change_comment on comment_change (comment_id);

create table if not exists answer (
  id uuid primary key,${SUBJECT}
  verdict text not null check (verdict in ('confirmed', 'wrong', 'withdrawn')),
  cause text check (cause is null or verdict = 'wrong'),
  note text check (char_length(note) between 1 and 2000),
  author_id text not null,
  author_name text not null,
  answered_at timestamptz not null default clock_timestamp(),
  said_cause text not null,
  said_confidence real not null,
  said_triage_version integer not null,
  constraint answer_about_one_thing ${ONE_SUBJECT}
);
comment on table answer is 'Answers to "was this right?". The newest row about a thing counts; a row that says withdrawn takes back those before it.';
comment on column answer.cause is 'What it was instead; null when that is not known.';
comment on column answer.record_id is 'As in comment.';
comment on column answer.said_cause is 'With confidence and triage version: what the verdict said when it was answered.';
create index if not exists answer_group on answer (group_id, answered_at desc, id desc) where group_id is not null;
create index if not exists answer_record on answer (record_id, answered_at desc, id desc) where record_id is not null;

create or replace function forbid_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'what was said once is not rewritten' using errcode = 'restrict_violation';
end $$;
create or replace trigger answer_is_append_only before update or delete on answer for each row execute function forbid_rewriting();
create or replace trigger comment_change_is_append_only before update on comment_change for each row execute function forbid_rewriting();`;

const DOWN = `
drop table if exists answer, comment_change, comment;
drop function if exists forbid_rewriting();`;
