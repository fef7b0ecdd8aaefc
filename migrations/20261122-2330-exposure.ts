import type { MigrationInterface, QueryRunner } from 'typeorm';

/** On which days each machine was heard from, and how many disks that makes per model, firmware, driver and machine model. */
export class Exposure20261122233000 implements MigrationInterface {
  readonly name = 'Exposure20261122233000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

/** The arrivals before this table was there are read from the chunks, which are never deleted. */
const UP = `
create table if not exists machine_month (
  month date not null,
  machine_id uuid not null,
  days integer not null,
  constraint machine_month_pkey primary key (month, machine_id)
) with (fillfactor = 80);
comment on table machine_month is 'On which days (UTC, by time of arrival) a machine was heard from.';
comment on column machine_month.days is 'Bit n stands for day n + 1 of the month.';

create table if not exists exposure_dirty (
  id bigint generated always as identity primary key,
  day date not null
);
comment on table exposure_dirty is 'Days whose exposure has to be counted again. Rows are only added, in the transaction that changes the day; whoever counts takes those it sees.';
create index if not exists exposure_dirty_day on exposure_dirty (day);

create table if not exists exposure_day (
  day date not null,
  dimension text not null,
  model_id integer,
  value text,
  disks integer not null,
  constraint exposure_day_key unique nulls not distinct (dimension, day, model_id, value)
);
comment on table exposure_day is 'Physical disks in machines that were heard from on a day. Counted anew from machine_month and inventories, never added to.';
comment on column exposure_day.dimension is 'model, firmware (of a model), driver, machine-model: every disk is counted once in each.';
comment on column exposure_day.value is 'Firmware, driver with its version, or machine model; null where not known, and for models.';
create index if not exists exposure_day_day on exposure_day (day);

create table if not exists exposure_fleet_day (
  day date primary key,
  machines integer not null,
  with_inventory integer not null,
  disks integer not null,
  counted_at timestamptz not null
);
comment on table exposure_fleet_day is 'Machines heard from on a day, how many of them had told their disks, and the disks; one row for every counted day.';

insert into machine_month (month, machine_id, days)
select date_trunc('month', day)::date, machine_id, bit_or(1 << (extract(day from day)::int - 1))
  from (select distinct (c.received_at at time zone 'UTC')::date as day, m.machine_id from record_chunk c, unnest(c.machine_ids) as m (machine_id)) heard
 group by 1, 2
on conflict do nothing;
insert into exposure_dirty (day) select distinct (received_at at time zone 'UTC')::date from record_chunk;`;

const DOWN = `drop table if exists exposure_fleet_day, exposure_day, exposure_dirty, machine_month;`;
