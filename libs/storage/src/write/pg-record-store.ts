import type { Submission } from '@inpage/fleet';
import { RecordStore } from '@inpage/fleet';
import type { Database } from '../database.js';
import { plainText } from '../json-text.js';
import { packBodies } from '../packed-bodies.js';

/**
 * One statement for a whole group: the records that are new, and, if there is one, the chunk with the bodies and the row that
 * makes the digest find it. Typed arrays instead of a row per VALUES list: see docs/adr for what that saves.
 * In the order of ids: two commits with the same records in different orders would each wait for the other.
 */
const COMMIT = `
with arrived as (
  insert into record (machine_id, observed_at, id, kind, received_at, clock_skew_ms, chunk_id, ordinal, event_id, provider)
  select machine_id, to_timestamp(observed_at), id, kind, $11, nullif(clock_skew_ms, -2147483648), $1, ordinal, nullif(event_id, -1), nullif(provider, '')
    from unnest($2::uuid[], $3::float8[], $4::uuid[], $5::int2[], $6::int4[], $7::int4[], $8::int4[], $9::text[])
      as t (machine_id, observed_at, id, kind, clock_skew_ms, ordinal, event_id, provider)
   order by machine_id, id
  on conflict do nothing
  returning ordinal
), summary as (
  select count(*)::int as arrived, case when count(*) < $10 then array_agg(ordinal) end as ordinals from arrived
), chunk as (
  insert into record_chunk (id, received_at, bodies, body_lengths, body_types, ordinals, record_ids, machine_ids, clock_skews_ms)
  select $1, $11, $12, $13, $14, $7, $4, $2, $6 from summary where arrived > 0
), pending as (
  insert into digest_pending (chunk_id, received_at) select $1, $11 from summary where arrived > 0
)
select arrived, ordinals from summary`;

const CHUNK_IDS_PER_FETCH = 256;
const NO_SKEW = -2_147_483_648;
const PARTITIONED = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2050, 0, 1) };

/** Text of PostgreSQL arrays, made by hand: the driver's own takes several times longer. */
const list = (values: readonly (string | number)[]): string => `{${values.join(',')}}`;
const quoted = (text: string): string => `"${plainText(text).replace(/["\\]/g, '\\$&')}"`;

export class PgRecordStore extends RecordStore {
  readonly #months = new Set<number>();
  #nextChunkId = 0;
  #chunkIdsLeft = 0;
  #fetching: Promise<void> | undefined;

  constructor(private readonly database: Database) {
    super();
  }

  async commit(submissions: readonly Submission[]): Promise<boolean[][]> {
    const columns = this.#columns(submissions);
    await this.#ensurePartitions(columns.months);
    const { rows } = await this.database.pool.query({
      name: 'commit-records',
      text: COMMIT,
      values: [
        await this.#chunkId(),
        ...[columns.machineIds, columns.observedAt, columns.ids, columns.kinds, columns.skews, columns.ordinals],
        ...[columns.eventIds, columns.providers, columns.count, new Date()],
        packBodies(submissions.map(({ body }) => body)),
        list(submissions.map(({ body }) => body.length)),
        list(submissions.map(({ bodyType }) => bodyType)),
      ],
    });
    return newOnes(submissions, rows[0] as { arrived: number; ordinals: number[] | null });
  }

  #columns(submissions: readonly Submission[]) {
    const text = {
      machineIds: '',
      observedAt: '',
      ids: '',
      kinds: '',
      skews: '',
      ordinals: '',
      eventIds: '',
      providers: '',
    };
    const months = new Set<number>();
    let count = 0;
    let before = 0;
    for (const { rows, places, clockSkewMs } of submissions) {
      for (const row of rows) {
        const comma = count++ === 0 ? '{' : ',';
        text.machineIds += comma + row.machineId;
        text.observedAt += comma + row.observedAtMs / 1000;
        text.ids += comma + row.id;
        text.kinds += comma + row.kind;
        text.skews += comma + (clockSkewMs ?? NO_SKEW);
        text.ordinals += comma + (before + row.place);
        text.eventIds += comma + (row.eventId ?? -1);
        text.providers += comma + (row.provider === undefined ? '""' : quoted(row.provider));
        months.add(monthOf(row.observedAtMs));
      }
      before += places;
    }
    const end = count === 0 ? '{}' : '}';
    return {
      ...(Object.fromEntries(Object.entries(text).map(([name, value]) => [name, value + end])) as typeof text),
      count,
      months,
    };
  }

  /** Months are made before their first record; `-1` and whatever was made before cost nothing. */
  async #ensurePartitions(months: ReadonlySet<number>): Promise<void> {
    for (const month of months) {
      if (month < 0 || this.#months.has(month)) continue;
      const first = new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10);
      await this.database.pool.query('select ensure_record_partition($1)', [first]);
      this.#months.add(month);
    }
  }

  /** Ids come in blocks: one question to the sequence for every 256 commits. */
  async #chunkId(): Promise<string> {
    while (this.#chunkIdsLeft === 0) {
      this.#fetching ??= this.#fetchChunkIds().finally(() => (this.#fetching = undefined));
      await this.#fetching;
    }
    this.#chunkIdsLeft--;
    return String(this.#nextChunkId++);
  }

  async #fetchChunkIds(): Promise<void> {
    const { rows } = await this.database.pool.query(`select nextval('record_chunk_id')::text as first`);
    this.#nextChunkId = Number((rows[0] as { first: string }).first);
    this.#chunkIdsLeft = CHUNK_IDS_PER_FETCH;
  }
}

/** Months since year 0 in UTC; -1 for what lies outside the months that get a partition. */
function monthOf(ms: number): number {
  if (ms < PARTITIONED.from || ms >= PARTITIONED.to) return -1;
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function newOnes(
  submissions: readonly Submission[],
  { arrived, ordinals }: { arrived: number; ordinals: number[] | null },
) {
  const fresh = ordinals === null ? undefined : new Set(ordinals);
  let before = 0;
  return submissions.map(({ rows, places }) => {
    const base = before;
    before += places;
    if (arrived === 0) return rows.map(() => false);
    return rows.map(({ place }) => fresh === undefined || fresh.has(base + place));
  });
}
