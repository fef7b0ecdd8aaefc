import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which version of the readers a record was read. */
export class ReaderVersion20261122232000 implements MigrationInterface {
  readonly name = 'ReaderVersion20261122232000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

const TABLES = ['stop_evidence', 'disk_event', 'inventory'] as const;

/** A column with a constant default costs no rewrite of the table. */
const UP = TABLES.map(
  (table) => `
alter table ${table} add column if not exists reader_version smallint not null default 1;
comment on column ${table}.reader_version is 'Version of the readers that read the record (libs/fleet, reader-version.ts).';`,
).join('');

const DOWN = TABLES.map((table) => `alter table if exists ${table} drop column if exists reader_version;`).join('\n');
