import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What speaks beside a stop: facts of dumps, and storage events of the days before it. */
export class Witnesses20261122222000 implements MigrationInterface {
  readonly name = 'Witnesses20261122222000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

/** The key of disk_event begins with the machine, by which it can be distributed, and goes on with the time, by which it is read. */
const UP = `
alter table stop_evidence add column if not exists dump jsonb;
comment on column stop_evidence.dump is 'What a kernel dump tells beside code, parameters and time, where the record is one of a dump.';
alter table crash add column if not exists lead_up jsonb;
comment on column crash.lead_up is
  'Storage events that were looked at: from and to, the latest that the stop can have been (pivot), whether there were more (cut), and the ids of their records by the disk that they speak of. Null: judged before there were any.';

create table if not exists disk_event (
  machine_id uuid not null,
  at timestamptz not null,
  record_id uuid not null,
  kind text not null,
  disk_number integer,
  serial text,
  model text,
  event jsonb not null,
  primary key (machine_id, at, record_id)
);
comment on table disk_event is 'Storage events, as they were read from records. Those around a stop are loaded when it is judged; none is ever dropped.';
comment on column disk_event.at is 'Corrected by what the sender''s clock was off.';
comment on column disk_event.event is '64-bit numbers are hex strings.';`;

const DOWN = `
drop table if exists disk_event;
alter table if exists crash drop column if exists lead_up;
alter table if exists stop_evidence drop column if exists dump;`;
