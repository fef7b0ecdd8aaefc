import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, credentials, machines, records, and everything that is derived from records. */
export class FirstLight20261122190000 implements MigrationInterface {
  readonly name = 'FirstLight20261122190000';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of [PEOPLE, MACHINES, RECORDS, INVENTORY, CRASHES, GROUPS]) await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

/** The first four tables belong to the sign-in library (better-auth); names of columns are ours, mapped in apps/api. */
const PEOPLE = `
create table if not exists person (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table if not exists session (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index if not exists session_person on session (person_id);
create table if not exists account (
  id text primary key,
  person_id text not null references person (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index if not exists account_person on account (person_id);
create table if not exists verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index if not exists verification_identifier on verification (identifier);
create table if not exists sign_in_attempt (
  id text primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);`;

const MACHINES = `
create table if not exists machine (
  id uuid primary key,
  computer text not null,
  smbios_uuid uuid,
  machine_guid uuid,
  manufacturer text,
  model text,
  os_build text,
  arch text,
  first_heard_at timestamptz not null,
  last_heard_at timestamptz not null,
  inventory_at timestamptz
);
comment on table machine is 'A PC. Made by enrolment, or by the first record of a collector that names it.';
create unique index if not exists machine_identity on machine (machine_guid, smbios_uuid) where machine_guid is not null;
create unique index if not exists machine_by_name on machine (computer) where machine_guid is null;
create index if not exists machine_computer on machine (computer);
create index if not exists machine_last_heard on machine (last_heard_at desc, id desc);

create table if not exists credential (
  id uuid primary key,
  kind text not null check (kind in ('enrolment', 'machine', 'api')),
  secret_hash bytea not null unique,
  label text not null,
  machine_id uuid references machine (id) on delete cascade,
  created_at timestamptz not null default now(),
  created_by text,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  check ((kind = 'machine') = (machine_id is not null))
);
comment on column credential.secret_hash is 'SHA-256 of a secret with 256 random bits; the secret itself is shown once and kept nowhere.';
create index if not exists credential_newest on credential (created_at desc, id desc);
create index if not exists credential_machine on credential (machine_id) where machine_id is not null;`;

const RECORDS = `
create table if not exists record (
  machine_id uuid not null,
  observed_at timestamptz not null,
  id uuid not null,
  kind smallint not null,
  received_at timestamptz not null,
  clock_skew_ms integer,
  chunk_id bigint not null,
  ordinal integer not null,
  event_id integer,
  provider text,
  primary key (machine_id, observed_at, id)
) partition by range (observed_at);
comment on table record is 'One immutable observation. id is made from its content; the bytes as they came lie in record_chunk.';
comment on column record.observed_at is 'The time inside the observation, uncorrected: a part of its identity.';
comment on column record.kind is '1 event, 2 crash, 3 inventory, 4 beat';
comment on column record.clock_skew_ms is 'Our clock minus the sender''s at arrival; null when the sender did not say.';
create index if not exists record_received on record using brin (received_at);
create table if not exists record_outside partition of record default;
comment on table record_outside is 'Observations dated before 2010 or after 2049: wrong clocks.';

create or replace function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception 'a record is immutable' using errcode = 'restrict_violation';
end $$;
create or replace trigger record_is_immutable before update or delete on record for each row execute function forbid_change();

create table if not exists record_chunk (
  id bigint primary key,
  received_at timestamptz not null,
  bodies bytea not null,
  body_lengths integer[] not null,
  body_types smallint[] not null,
  ordinals integer[] not null,
  record_ids uuid[] not null,
  machine_ids uuid[] not null,
  clock_skews_ms integer[] not null
);
comment on table record_chunk is 'The request bodies of one group commit, byte for byte as received, and where the records are in them.';
comment on column record_chunk.bodies is 'One Brotli stream (RFC 7932) over all bodies, one behind the other';
comment on column record_chunk.body_types is '1 JSON, 2 NDJSON, 3 event XML; plus 16 when the bytes are gzip';
create index if not exists record_chunk_received on record_chunk using brin (received_at);
create or replace trigger record_chunk_is_immutable before update on record_chunk for each row execute function forbid_change();
alter table record_chunk alter column bodies set storage external;

create sequence if not exists record_chunk_id increment by 256;
create table if not exists digest_pending (
  chunk_id bigint primary key,
  received_at timestamptz not null,
  attempts integer not null default 0,
  not_before timestamptz not null default now(),
  last_error text
);
comment on table digest_pending is 'Chunks that wait for their digest: the truth behind the queue, which may be lost at any time.';

create or replace function ensure_record_partition(month date) returns void language plpgsql as $$
declare
  first date := date_trunc('month', month)::date;
  partition text := 'record_' || to_char(first, 'YYYYMM');
begin
  if first < date '2010-01-01' or first >= date '2050-01-01' or to_regclass(partition) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('ensure_record_partition'));
  if to_regclass(partition) is not null then return; end if;
  execute format('create table if not exists %I partition of record for values from (%L) to (%L)', partition,
    first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
end $$;
comment on function ensure_record_partition is 'Months of 2010 to 2049 get a partition before their first record, so the default one never holds their rows.';`;

const INVENTORY = `
create table if not exists disk_model (
  id integer generated always as identity primary key,
  key text not null unique,
  name text not null,
  vendor text
);
create table if not exists driver_stack (
  id integer generated always as identity primary key,
  key text not null unique,
  drivers text[] not null
);
create table if not exists disk (
  id uuid primary key,
  model_id integer not null references disk_model (id),
  serial text,
  firmware text,
  bus_type smallint,
  media_type smallint,
  size_bytes bigint,
  virtual boolean not null default false,
  bridged boolean not null default false,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  machine_id uuid
);
comment on table disk is 'A physical disk. id is made from model and serial, or from machine, model and number where there is no serial.';
create index if not exists disk_by_model on disk (model_id);
create index if not exists disk_by_machine on disk (machine_id);

create table if not exists inventory (
  machine_id uuid not null,
  observed_at timestamptz not null,
  record_id uuid not null,
  facts_id uuid not null,
  primary key (machine_id, observed_at, record_id)
);
comment on table inventory is 'Which facts a machine reported when; the newest at or before a crash is the one in force.';
create table if not exists inventory_facts (
  machine_id uuid not null,
  id uuid not null,
  os_build text,
  manufacturer text,
  machine_model text,
  primary key (machine_id, id)
);
create table if not exists inventory_disk (
  machine_id uuid not null,
  facts_id uuid not null,
  number integer not null,
  disk_id uuid not null,
  model_id integer not null,
  firmware text,
  stack_id integer,
  stack_versions text[],
  bus_type smallint,
  media_type smallint,
  port text,
  removable boolean not null,
  virtual boolean not null,
  bridged boolean not null,
  is_boot boolean not null,
  holds_page_file boolean not null,
  primary key (machine_id, facts_id, number)
);
create index if not exists inventory_disk_disk on inventory_disk (disk_id);
create table if not exists attachment (
  machine_id uuid not null,
  disk_id uuid not null,
  number integer not null,
  port text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  facts_id uuid not null,
  primary key (machine_id, disk_id)
);
create index if not exists attachment_disk on attachment (disk_id);`;

const CRASHES = `
create table if not exists stop_evidence (
  machine_id uuid not null,
  record_id uuid not null,
  kind text not null,
  reported_at timestamptz not null,
  stopped_at timestamptz,
  received_at timestamptz not null,
  clock_skew_ms integer,
  code bigint,
  parameters text[],
  report_id text,
  power_button boolean not null default false,
  dump_status bigint,
  source text,
  disk jsonb,
  driver_stack jsonb,
  crash_id uuid,
  primary key (machine_id, record_id)
);
comment on table stop_evidence is 'What one record says about one stop. crash_id: the crash it was merged into.';
create index if not exists stop_evidence_record on stop_evidence (record_id);
create index if not exists stop_evidence_crash on stop_evidence (crash_id);

create table if not exists crash (
  machine_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  stopped_at timestamptz not null,
  stopped_at_precision text not null,
  reported_at timestamptz not null,
  arrived_at timestamptz not null,
  grade char(1) not null,
  code bigint,
  parameters text[],
  family text not null,
  status bigint,
  layout text not null,
  backing text not null,
  disk_id uuid,
  model_id integer,
  firmware text,
  stack_id integer,
  stack_versions text[],
  disk_rule text,
  machine_model text,
  os_build text,
  cause text not null,
  confidence real not null,
  verdict jsonb not null,
  decode jsonb not null,
  records integer not null,
  triage_version integer not null,
  primary key (machine_id, id)
);
comment on table crash is 'One stop of one machine, merged from all records that speak of it. id is the id of one of them.';
create index if not exists crash_id on crash (id);
create index if not exists crash_group_time on crash (group_id, stopped_at desc);
create index if not exists crash_machine_time on crash (machine_id, stopped_at desc);
create index if not exists crash_disk_time on crash (disk_id, stopped_at desc) where disk_id is not null;
create index if not exists crash_time on crash (stopped_at desc);
create index if not exists crash_cause_time on crash (cause, stopped_at desc);`;

const GROUPS = `
create table if not exists crash_group (
  id uuid primary key,
  key text not null unique,
  family text not null,
  code bigint,
  status bigint,
  model_id integer references disk_model (id),
  stack_id integer references driver_stack (id),
  title text not null,
  cause text not null,
  confidence real not null,
  exemplar_machine_id uuid not null,
  exemplar_crash_id uuid not null,
  crashes integer not null,
  machines integer not null,
  disks integer not null,
  first_crash_at timestamptz not null,
  last_crash_at timestamptz not null,
  state text not null default 'new'
);
create index if not exists crash_group_last on crash_group (last_crash_at desc);
create table if not exists group_day (
  group_id uuid not null,
  day date not null,
  crashes integer not null,
  primary key (group_id, day)
);
create index if not exists group_day_day on group_day (day) include (group_id, crashes);
create table if not exists group_week (
  group_id uuid not null,
  week date not null,
  crashes integer not null,
  primary key (group_id, week)
);
create index if not exists group_week_week on group_week (week) include (group_id, crashes);
create table if not exists group_block (
  group_id uuid not null,
  block date not null,
  crashes integer not null,
  primary key (group_id, block)
);
create index if not exists group_block_block on group_block (block) include (group_id, crashes);
comment on table group_week is 'Weeks from Monday: what lies between the blocks and the days at the edges of a window.';
comment on table group_block is 'Blocks of four weeks, counted from Monday 0001-01-01: the inside of a long window.';
create table if not exists group_machine (
  group_id uuid not null,
  machine_id uuid not null,
  crashes integer not null,
  first_crash_at timestamptz not null,
  last_crash_at timestamptz not null,
  primary key (group_id, machine_id)
);
create index if not exists group_machine_rank on group_machine (group_id, crashes desc, machine_id);
create table if not exists group_disk (
  group_id uuid not null,
  disk_id uuid not null,
  crashes integer not null,
  first_crash_at timestamptz not null,
  last_crash_at timestamptz not null,
  primary key (group_id, disk_id)
);
create table if not exists group_day_facet (
  group_id uuid not null,
  day date not null,
  facet text not null,
  value text not null,
  crashes integer not null,
  primary key (group_id, day, facet, value)
);
create table if not exists fleet_day (
  day date not null,
  cause text not null,
  crashes integer not null,
  machines integer not null,
  primary key (day, cause)
);
create table if not exists machine_crashes (
  machine_id uuid primary key,
  crashes integer not null,
  last_crash_at timestamptz not null
);
create index if not exists machine_crashes_rank on machine_crashes (crashes desc, machine_id);
create index if not exists machine_crashes_last on machine_crashes (last_crash_at);
create table if not exists disk_crashes (
  disk_id uuid primary key,
  crashes integer not null,
  last_crash_at timestamptz not null
);
create index if not exists disk_crashes_rank on disk_crashes (crashes desc, disk_id);`;

const DOWN = `
drop table if exists disk_crashes, machine_crashes, fleet_day, group_day_facet, group_disk, group_machine, group_block, group_week, group_day, crash_group,
  crash, stop_evidence, attachment, inventory_disk, inventory_facts, inventory, disk, driver_stack, disk_model,
  digest_pending, record_chunk, record, credential, machine, sign_in_attempt, verification, account, session, person cascade;
drop sequence if exists record_chunk_id;
drop function if exists ensure_record_partition(date);
drop function if exists forbid_change();`;
