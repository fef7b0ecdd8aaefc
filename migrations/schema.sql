create table account (
  id text not null,
  person_id text not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint account_pkey PRIMARY KEY (id)
);
CREATE INDEX account_person ON public.account USING btree (person_id);

create table answer (
  id uuid not null,
  group_id uuid,
  machine_id uuid,
  record_id uuid,
  title text not null,
  family text not null,
  status bigint,
  model text,
  verdict text not null,
  cause text,
  note text,
  author_id text not null,
  author_name text not null,
  answered_at timestamp with time zone default clock_timestamp() not null,
  said_cause text not null,
  said_confidence real not null,
  said_triage_version integer not null,
  constraint answer_about_one_thing CHECK ((((group_id IS NULL) <> (record_id IS NULL)) AND ((record_id IS NULL) = (machine_id IS NULL)))),
  constraint answer_check CHECK (((cause IS NULL) OR (verdict = 'wrong'::text))),
  constraint answer_note_check CHECK (((char_length(note) >= 1) AND (char_length(note) <= 2000))),
  constraint answer_pkey PRIMARY KEY (id),
  constraint answer_verdict_check CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'wrong'::text, 'withdrawn'::text])))
);
comment: Answers to "was this right?". The newest row about a thing counts; a row that says withdrawn takes back those before it.
comment on record_id: As in comment.
comment on cause: What it was instead; null when that is not known.
comment on said_cause: With confidence and triage version: what the verdict said when it was answered.
CREATE INDEX answer_group ON public.answer USING btree (group_id, answered_at DESC, id DESC) WHERE (group_id IS NOT NULL);
CREATE INDEX answer_record ON public.answer USING btree (record_id, answered_at DESC, id DESC) WHERE (record_id IS NOT NULL);
CREATE TRIGGER answer_is_append_only BEFORE DELETE OR UPDATE ON public.answer FOR EACH ROW EXECUTE FUNCTION forbid_rewriting();

create table attachment (
  machine_id uuid not null,
  disk_id uuid not null,
  number integer not null,
  port text,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  facts_id uuid not null,
  constraint attachment_pkey PRIMARY KEY (machine_id, disk_id)
);
CREATE INDEX attachment_disk ON public.attachment USING btree (disk_id);

create table comment (
  id uuid not null,
  group_id uuid,
  machine_id uuid,
  record_id uuid,
  title text not null,
  family text not null,
  status bigint,
  model text,
  author_id text not null,
  author_name text not null,
  written_at timestamp with time zone default clock_timestamp() not null,
  text text not null,
  edited_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint comment_about_one_thing CHECK ((((group_id IS NULL) <> (record_id IS NULL)) AND ((record_id IS NULL) = (machine_id IS NULL)))),
  constraint comment_pkey PRIMARY KEY (id),
  constraint comment_text_check CHECK (((char_length(text) >= 1) AND (char_length(text) <= 10000)))
);
comment: What people wrote about a group or a crash. Removing hides it.
comment on record_id: About a crash: the record whose id the crash had then. Its crash is found through stop_evidence, whatever its id is now.
comment on title: With family, status and model: what it was about, in the words of that day. A group may vanish in a replay.
CREATE INDEX comment_group ON public.comment USING btree (group_id, written_at DESC, id DESC) WHERE (group_id IS NOT NULL);
CREATE INDEX comment_record ON public.comment USING btree (record_id, written_at DESC, id DESC) WHERE (record_id IS NOT NULL);

create table comment_change (
  id bigint generated always as identity not null,
  comment_id uuid not null,
  what text not null,
  former_text text not null,
  changed_at timestamp with time zone default clock_timestamp() not null,
  constraint comment_change_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comment(id) ON DELETE CASCADE,
  constraint comment_change_pkey PRIMARY KEY (id),
  constraint comment_change_what_check CHECK ((what = ANY (ARRAY['edited'::text, 'removed'::text, 'restored'::text])))
);
comment: What comments said before they were changed.
CREATE INDEX comment_change_comment ON public.comment_change USING btree (comment_id);
CREATE TRIGGER comment_change_is_append_only BEFORE UPDATE ON public.comment_change FOR EACH ROW EXECUTE FUNCTION forbid_rewriting();

create table crash (
  machine_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  stopped_at timestamp with time zone not null,
  stopped_at_precision text not null,
  reported_at timestamp with time zone not null,
  arrived_at timestamp with time zone not null,
  grade character(1) not null,
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
  lead_up jsonb,
  constraint crash_pkey PRIMARY KEY (machine_id, id)
);
comment: One stop of one machine, merged from all records that speak of it. id is the id of one of them.
comment on lead_up: Storage events that were looked at: from and to, the latest that the stop can have been (pivot), whether there were more (cut), and the ids of their records by the disk that they speak of. Null: judged before there were any.
CREATE INDEX crash_cause_time ON public.crash USING btree (cause, stopped_at DESC);
CREATE INDEX crash_disk_time ON public.crash USING btree (disk_id, stopped_at DESC) WHERE (disk_id IS NOT NULL);
CREATE INDEX crash_group_time ON public.crash USING btree (group_id, stopped_at DESC);
CREATE INDEX crash_id ON public.crash USING btree (id);
CREATE INDEX crash_machine_time ON public.crash USING btree (machine_id, stopped_at DESC);
CREATE INDEX crash_time ON public.crash USING btree (stopped_at DESC);

create table crash_group (
  id uuid not null,
  key text not null,
  family text not null,
  code bigint,
  status bigint,
  model_id integer,
  stack_id integer,
  title text not null,
  cause text not null,
  confidence real not null,
  exemplar_machine_id uuid not null,
  exemplar_crash_id uuid not null,
  crashes integer not null,
  machines integer not null,
  disks integer not null,
  first_crash_at timestamp with time zone not null,
  last_crash_at timestamp with time zone not null,
  state text default 'new'::text not null,
  constraint crash_group_key_key UNIQUE (key),
  constraint crash_group_model_id_fkey FOREIGN KEY (model_id) REFERENCES disk_model(id),
  constraint crash_group_pkey PRIMARY KEY (id),
  constraint crash_group_stack_id_fkey FOREIGN KEY (stack_id) REFERENCES driver_stack(id)
);
CREATE INDEX crash_group_last ON public.crash_group USING btree (last_crash_at DESC);

create table credential (
  id uuid not null,
  kind text not null,
  secret_hash bytea not null,
  label text not null,
  machine_id uuid,
  created_at timestamp with time zone default now() not null,
  created_by text,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint credential_check CHECK (((kind = 'machine'::text) = (machine_id IS NOT NULL))),
  constraint credential_kind_check CHECK ((kind = ANY (ARRAY['enrolment'::text, 'machine'::text, 'api'::text]))),
  constraint credential_machine_id_fkey FOREIGN KEY (machine_id) REFERENCES machine(id) ON DELETE CASCADE,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_secret_hash_key UNIQUE (secret_hash)
);
comment on secret_hash: SHA-256 of a secret with 256 random bits; the secret itself is shown once and kept nowhere.
CREATE INDEX credential_machine ON public.credential USING btree (machine_id) WHERE (machine_id IS NOT NULL);
CREATE INDEX credential_newest ON public.credential USING btree (created_at DESC, id DESC);

create table digest_pending (
  chunk_id bigint not null,
  received_at timestamp with time zone not null,
  attempts integer default 0 not null,
  not_before timestamp with time zone default now() not null,
  last_error text,
  constraint digest_pending_pkey PRIMARY KEY (chunk_id)
);
comment: Chunks that wait for their digest: the truth behind the queue, which may be lost at any time.

create table disk (
  id uuid not null,
  model_id integer not null,
  serial text,
  firmware text,
  bus_type smallint,
  media_type smallint,
  size_bytes bigint,
  virtual boolean default false not null,
  bridged boolean default false not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  machine_id uuid,
  constraint disk_model_id_fkey FOREIGN KEY (model_id) REFERENCES disk_model(id),
  constraint disk_pkey PRIMARY KEY (id)
);
comment: A physical disk. id is made from model and serial, or from machine, model and number where there is no serial.
CREATE INDEX disk_by_machine ON public.disk USING btree (machine_id);
CREATE INDEX disk_by_model ON public.disk USING btree (model_id);

create table disk_crashes (
  disk_id uuid not null,
  crashes integer not null,
  last_crash_at timestamp with time zone not null,
  constraint disk_crashes_pkey PRIMARY KEY (disk_id)
);
CREATE INDEX disk_crashes_rank ON public.disk_crashes USING btree (crashes DESC, disk_id);

create table disk_event (
  machine_id uuid not null,
  at timestamp with time zone not null,
  record_id uuid not null,
  kind text not null,
  disk_number integer,
  serial text,
  model text,
  event jsonb not null,
  reader_version smallint default 1 not null,
  constraint disk_event_pkey PRIMARY KEY (machine_id, at, record_id)
);
comment: Storage events, as they were read from records. Those around a stop are loaded when it is judged; none is ever dropped.
comment on at: Corrected by what the sender's clock was off.
comment on event: 64-bit numbers are hex strings.
comment on reader_version: Version of the readers that read the record (libs/fleet, reader-version.ts).

create table disk_model (
  id integer generated always as identity not null,
  key text not null,
  name text not null,
  vendor text,
  constraint disk_model_key_key UNIQUE (key),
  constraint disk_model_pkey PRIMARY KEY (id)
);

create table driver_stack (
  id integer generated always as identity not null,
  key text not null,
  drivers text[] not null,
  constraint driver_stack_key_key UNIQUE (key),
  constraint driver_stack_pkey PRIMARY KEY (id)
);

create table dump_file (
  machine_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  sha256 bytea not null,
  bytes bigint not null,
  key_id text not null,
  salt bytea not null,
  stored_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  constraint dump_file_machine_id_sha256_key UNIQUE (machine_id, sha256),
  constraint dump_file_pkey PRIMARY KEY (machine_id, id)
);
comment: Dump files that are kept (INPAGE_DUMP_RETENTION_DAYS), encrypted; deleted once they expire.
comment on record_id: The record of the facts that were read from it.
comment on sha256: Of the file as it was sent, before it was encrypted.
comment on key_id: Names the key without telling it: files of a former key can be told apart.
comment on salt: Random. The key of this file is made from the secret key and from it (HKDF).
CREATE INDEX dump_file_expires ON public.dump_file USING btree (expires_at);

create table dump_file_part (
  machine_id uuid not null,
  file_id uuid not null,
  part integer not null,
  bytes bytea not null,
  constraint dump_file_part_machine_id_file_id_fkey FOREIGN KEY (machine_id, file_id) REFERENCES dump_file(machine_id, id) ON DELETE CASCADE,
  constraint dump_file_part_pkey PRIMARY KEY (machine_id, file_id, part)
);
comment: A part of a file: AES-256-GCM ciphertext with its tag of 16 bytes behind it, together at most 1 MB.

create table exposure_day (
  day date not null,
  dimension text not null,
  model_id integer,
  value text,
  disks integer not null,
  constraint exposure_day_key UNIQUE NULLS NOT DISTINCT (dimension, day, model_id, value)
);
comment: Physical disks in machines that were heard from on a day. Counted anew from machine_month and inventories, never added to.
comment on dimension: model, firmware (of a model), driver, machine-model: every disk is counted once in each.
comment on value: Firmware, driver with its version, or machine model; null where not known, and for models.
CREATE INDEX exposure_day_day ON public.exposure_day USING btree (day);

create table exposure_dirty (
  id bigint generated always as identity not null,
  day date not null,
  constraint exposure_dirty_pkey PRIMARY KEY (id)
);
comment: Days whose exposure has to be counted again. Rows are only added, in the transaction that changes the day; whoever counts takes those it sees.
CREATE INDEX exposure_dirty_day ON public.exposure_dirty USING btree (day);

create table exposure_fleet_day (
  day date not null,
  machines integer not null,
  with_inventory integer not null,
  disks integer not null,
  counted_at timestamp with time zone not null,
  constraint exposure_fleet_day_pkey PRIMARY KEY (day)
);
comment: Machines heard from on a day, how many of them had told their disks, and the disks; one row for every counted day.

create table fleet_day (
  day date not null,
  cause text not null,
  crashes integer not null,
  machines integer not null,
  constraint fleet_day_pkey PRIMARY KEY (day, cause)
);

create table group_block (
  group_id uuid not null,
  block date not null,
  crashes integer not null,
  constraint group_block_pkey PRIMARY KEY (group_id, block)
);
comment: Blocks of four weeks, counted from Monday 0001-01-01: the inside of a long window.
CREATE INDEX group_block_block ON public.group_block USING btree (block) INCLUDE (group_id, crashes);

create table group_day (
  group_id uuid not null,
  day date not null,
  crashes integer not null,
  constraint group_day_pkey PRIMARY KEY (group_id, day) INCLUDE (crashes)
);
CREATE INDEX group_day_day ON public.group_day USING btree (day) INCLUDE (group_id, crashes);

create table group_day_facet (
  group_id uuid not null,
  day date not null,
  facet text not null,
  value text not null,
  crashes integer not null,
  constraint group_day_facet_pkey PRIMARY KEY (group_id, day, facet, value)
);

create table group_disk (
  group_id uuid not null,
  disk_id uuid not null,
  crashes integer not null,
  first_crash_at timestamp with time zone not null,
  last_crash_at timestamp with time zone not null,
  constraint group_disk_pkey PRIMARY KEY (group_id, disk_id)
);

create table group_machine (
  group_id uuid not null,
  machine_id uuid not null,
  crashes integer not null,
  first_crash_at timestamp with time zone not null,
  last_crash_at timestamp with time zone not null,
  constraint group_machine_pkey PRIMARY KEY (group_id, machine_id)
);
CREATE INDEX group_machine_rank ON public.group_machine USING btree (group_id, crashes DESC, machine_id);

create table group_week (
  group_id uuid not null,
  week date not null,
  crashes integer not null,
  constraint group_week_pkey PRIMARY KEY (group_id, week)
);
comment: Weeks from Monday: what lies between the blocks and the days at the edges of a window.
CREATE INDEX group_week_week ON public.group_week USING btree (week) INCLUDE (group_id, crashes);

create table inventory (
  machine_id uuid not null,
  observed_at timestamp with time zone not null,
  record_id uuid not null,
  facts_id uuid not null,
  reader_version smallint default 1 not null,
  constraint inventory_pkey PRIMARY KEY (machine_id, observed_at, record_id)
);
comment: Which facts a machine reported when; the newest at or before a crash is the one in force.
comment on reader_version: Version of the readers that read the record (libs/fleet, reader-version.ts).

create table inventory_disk (
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
  constraint inventory_disk_pkey PRIMARY KEY (machine_id, facts_id, number)
);
CREATE INDEX inventory_disk_disk ON public.inventory_disk USING btree (disk_id);

create table inventory_facts (
  machine_id uuid not null,
  id uuid not null,
  os_build text,
  manufacturer text,
  machine_model text,
  constraint inventory_facts_pkey PRIMARY KEY (machine_id, id)
);

create table machine (
  id uuid not null,
  computer text not null,
  smbios_uuid uuid,
  machine_guid uuid,
  manufacturer text,
  model text,
  os_build text,
  arch text,
  first_heard_at timestamp with time zone not null,
  last_heard_at timestamp with time zone not null,
  inventory_at timestamp with time zone,
  constraint machine_pkey PRIMARY KEY (id)
);
comment: A PC. Made by enrolment, or by the first record of a collector that names it.
CREATE UNIQUE INDEX machine_by_name ON public.machine USING btree (computer) WHERE (machine_guid IS NULL);
CREATE INDEX machine_computer ON public.machine USING btree (computer);
CREATE UNIQUE INDEX machine_identity ON public.machine USING btree (machine_guid, smbios_uuid) WHERE (machine_guid IS NOT NULL);
CREATE INDEX machine_last_heard ON public.machine USING btree (last_heard_at DESC, id DESC);

create table machine_crashes (
  machine_id uuid not null,
  crashes integer not null,
  last_crash_at timestamp with time zone not null,
  constraint machine_crashes_pkey PRIMARY KEY (machine_id)
);
CREATE INDEX machine_crashes_last ON public.machine_crashes USING btree (last_crash_at);
CREATE INDEX machine_crashes_rank ON public.machine_crashes USING btree (crashes DESC, machine_id);

create table machine_month (
  month date not null,
  machine_id uuid not null,
  days integer not null,
  constraint machine_month_pkey PRIMARY KEY (month, machine_id)
);
comment: On which days (UTC, by time of arrival) a machine was heard from.
comment on days: Bit n stands for day n + 1 of the month.

create table person (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean default false not null,
  image text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint person_email_key UNIQUE (email),
  constraint person_pkey PRIMARY KEY (id)
);

create table record (
  machine_id uuid not null,
  observed_at timestamp with time zone not null,
  id uuid not null,
  kind smallint not null,
  received_at timestamp with time zone not null,
  clock_skew_ms integer,
  chunk_id bigint not null,
  ordinal integer not null,
  event_id integer,
  provider text,
  constraint record_pkey PRIMARY KEY (machine_id, observed_at, id)
) partition by RANGE (observed_at);
comment: One immutable observation. id is made from its content; the bytes as they came lie in record_chunk.
comment on observed_at: The time inside the observation, uncorrected: a part of its identity.
comment on kind: 1 event, 2 crash, 3 inventory, 4 beat, 5 dump
comment on clock_skew_ms: Our clock minus the sender's at arrival; null when the sender did not say.
CREATE INDEX record_received ON ONLY public.record USING brin (received_at);
CREATE TRIGGER record_is_immutable BEFORE DELETE OR UPDATE ON public.record FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table record_chunk (
  id bigint not null,
  received_at timestamp with time zone not null,
  bodies bytea not null,
  body_lengths integer[] not null,
  body_types smallint[] not null,
  ordinals integer[] not null,
  record_ids uuid[] not null,
  machine_ids uuid[] not null,
  clock_skews_ms integer[] not null,
  constraint record_chunk_pkey PRIMARY KEY (id)
);
comment: The request bodies of one group commit, byte for byte as received, and where the records are in them.
comment on bodies: One Brotli stream (RFC 7932) over all bodies, one behind the other
comment on body_types: 3 event XML, 4 JSON, 5 NDJSON; 1 and 2: JSON and NDJSON, before events were found in what collectors send; plus 16 when the bytes are gzip
CREATE INDEX record_chunk_received ON public.record_chunk USING brin (received_at);
CREATE TRIGGER record_chunk_is_immutable BEFORE UPDATE ON public.record_chunk FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table record_outside (
  machine_id uuid not null,
  observed_at timestamp with time zone not null,
  id uuid not null,
  kind smallint not null,
  received_at timestamp with time zone not null,
  clock_skew_ms integer,
  chunk_id bigint not null,
  ordinal integer not null,
  event_id integer,
  provider text,
  constraint record_outside_pkey PRIMARY KEY (machine_id, observed_at, id)
) partition of record;
comment: Observations dated before 2010 or after 2049: wrong clocks.
CREATE INDEX record_outside_received_at_idx ON public.record_outside USING brin (received_at);
CREATE TRIGGER record_is_immutable BEFORE DELETE OR UPDATE ON public.record_outside FOR EACH ROW EXECUTE FUNCTION forbid_change();

create table session (
  id text not null,
  person_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
);
CREATE INDEX session_person ON public.session USING btree (person_id);

create table sign_in_attempt (
  id text not null,
  key text not null,
  count integer not null,
  last_request bigint not null,
  constraint sign_in_attempt_key_key UNIQUE (key),
  constraint sign_in_attempt_pkey PRIMARY KEY (id)
);

create table stop_evidence (
  machine_id uuid not null,
  record_id uuid not null,
  kind text not null,
  reported_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  received_at timestamp with time zone not null,
  clock_skew_ms integer,
  code bigint,
  parameters text[],
  report_id text,
  power_button boolean default false not null,
  dump_status bigint,
  source text,
  disk jsonb,
  driver_stack jsonb,
  crash_id uuid,
  dump jsonb,
  reader_version smallint default 1 not null,
  constraint stop_evidence_pkey PRIMARY KEY (machine_id, record_id)
);
comment: What one record says about one stop. crash_id: the crash it was merged into.
comment on dump: What a kernel dump tells beside code, parameters and time, where the record is one of a dump.
comment on reader_version: Version of the readers that read the record (libs/fleet, reader-version.ts).
CREATE INDEX stop_evidence_crash ON public.stop_evidence USING btree (crash_id);
CREATE INDEX stop_evidence_record ON public.stop_evidence USING btree (record_id);

create table verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_identifier ON public.verification USING btree (identifier);

create sequence record_chunk_id increment by 256;

CREATE OR REPLACE FUNCTION public.ensure_record_partition(month date)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  first date := date_trunc('month', month)::date;
  partition text := 'record_' || to_char(first, 'YYYYMM');
begin
  if first < date '2010-01-01' or first >= date '2050-01-01' or to_regclass(partition) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('ensure_record_partition'));
  if to_regclass(partition) is not null then return; end if;
  execute format('create table if not exists %I partition of record for values from (%L) to (%L)', partition,
    first::timestamp at time zone 'UTC', (first + interval '1 month')::timestamp at time zone 'UTC');
end $function$
;

CREATE OR REPLACE FUNCTION public.forbid_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a record is immutable' using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.forbid_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was said once is not rewritten' using errcode = 'restrict_violation';
end $function$
;
