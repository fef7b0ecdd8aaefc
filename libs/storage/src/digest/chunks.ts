import type { Chunk } from '@inpage/fleet';
import type { PoolClient } from 'pg';
import { unpackBodies } from '../packed-bodies.js';

/** What `toChunk` needs of record_chunk, called c. */
export const CHUNK = `c.id::text, c.received_at, c.bodies, c.body_lengths, c.body_types, c.ordinals, c.record_ids::text[], c.machine_ids::text[],
  c.clock_skews_ms`;

const TAKE = `
with taken as (
  select chunk_id from digest_pending where not_before <= now() order by chunk_id limit $1 for update skip locked
)
select ${CHUNK}
  from record_chunk c join taken on taken.chunk_id = c.id
 order by c.id`;

/** Chunks that nobody else has taken, oldest first; taken until the transaction ends. */
export async function takeChunks(db: PoolClient, limit: number): Promise<Chunk[]> {
  const { rows } = await db.query({ name: 'take-chunks', text: TAKE, values: [limit] });
  return rows.map(toChunk);
}

/** @throws where the bodies cannot be unpacked */
// oxlint-disable-next-line typescript/no-explicit-any -- a row as the driver gives it
export const toChunk = (row: any): Chunk => ({
  id: row.id,
  receivedAtMs: (row.received_at as Date).getTime(),
  bodies: unpackBodies(row.bodies, row.body_lengths),
  bodyLengths: row.body_lengths,
  bodyTypes: row.body_types,
  ordinals: row.ordinals,
  recordIds: row.record_ids,
  machineIds: row.machine_ids,
  clockSkewsMs: row.clock_skews_ms,
});

export async function finishChunks(db: PoolClient, chunks: readonly Chunk[]): Promise<void> {
  await db.query('delete from digest_pending where chunk_id = any($1::bigint[])', [chunks.map(({ id }) => id)]);
}
