import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts of dumps as a fifth kind of record, and the files themselves where an operator keeps them. */
export class Dumps20261122221000 implements MigrationInterface {
  readonly name = 'Dumps20261122221000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

/** The key of dump_file begins with the machine, as that of every table that grows with the fleet: Citus distributes by it. */
const UP = `
comment on column record.kind is '1 event, 2 crash, 3 inventory, 4 beat, 5 dump';
comment on column record_chunk.body_types is
  '3 event XML, 4 JSON, 5 NDJSON; 1 and 2: JSON and NDJSON, before events were found in what collectors send; plus 16 when the bytes are gzip';

create table if not exists dump_file (
  machine_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  sha256 bytea not null,
  bytes bigint not null,
  key_id text not null,
  salt bytea not null,
  stored_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (machine_id, id),
  unique (machine_id, sha256)
);
comment on table dump_file is 'Dump files that are kept (INPAGE_DUMP_RETENTION_DAYS), encrypted; deleted once they expire.';
comment on column dump_file.record_id is 'The record of the facts that were read from it.';
comment on column dump_file.sha256 is 'Of the file as it was sent, before it was encrypted.';
comment on column dump_file.key_id is 'Names the key without telling it: files of a former key can be told apart.';
comment on column dump_file.salt is 'Random. The key of this file is made from the secret key and from it (HKDF).';
create index if not exists dump_file_expires on dump_file (expires_at);

create table if not exists dump_file_part (
  machine_id uuid not null,
  file_id uuid not null,
  part integer not null,
  bytes bytea not null,
  primary key (machine_id, file_id, part),
  foreign key (machine_id, file_id) references dump_file (machine_id, id) on delete cascade
);
comment on table dump_file_part is 'A part of a file: AES-256-GCM ciphertext with its tag of 16 bytes behind it, together at most 1 MB.';
alter table dump_file_part alter column bytes set storage external;`;

const DOWN = `
drop table if exists dump_file_part, dump_file;
comment on column record.kind is '1 event, 2 crash, 3 inventory, 4 beat';
comment on column record_chunk.body_types is '1 JSON, 2 NDJSON, 3 event XML; plus 16 when the bytes are gzip';`;
