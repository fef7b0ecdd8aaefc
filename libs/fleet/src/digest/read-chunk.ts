import { gunzipSync } from 'node:zlib';
import type { CrashRecord, DumpRecord } from '@inpage/contracts';
import type { MachineId, RecordId } from '@inpage/core';
import { diskEvent, stopEvidence } from '@inpage/winevent';
import { observe, type Observation } from '../receive/observe.js';
import { BODY_TYPES, readBody, type BodyType, type FoundOrRejected } from '../receive/read-body.js';
import { diskEventRecord, type DiskEventRecord } from './disk-event-record.js';
import { corrected, type Evidence } from './evidence.js';
import { readInventory, type MachineInventory } from './machine-inventory.js';

/** The bodies of one commit, and where the records are in them. */
export interface Chunk {
  readonly id: string;
  readonly receivedAtMs: number;
  readonly bodies: Buffer;
  readonly bodyLengths: readonly number[];
  readonly bodyTypes: readonly number[];
  readonly ordinals: readonly number[];
  readonly recordIds: readonly RecordId[];
  readonly machineIds: readonly MachineId[];
  readonly clockSkewsMs: readonly number[];
}

/** What a chunk says to the digest. Events that speak of neither stops nor disks are kept as records and say nothing here. */
export interface ChunkFacts {
  readonly evidence: Evidence[];
  readonly inventories: MachineInventory[];
  /** An event can be both: volmgr 161 says that a machine stopped and that its disk could not take the dump. */
  readonly diskEvents: DiskEventRecord[];
  /** Every machine that was heard of. */
  readonly heard: Set<MachineId>;
}

const GZIPPED = 16;
const NO_SKEW = -2_147_483_648;
const TYPE_OF = Object.fromEntries(Object.entries(BODY_TYPES).map(([type, number]) => [number, type])) as Record<
  number,
  BodyType
>;
/** What was inflated within the limits of its day is inflated again, whatever today's limits are. */
const MAX_INFLATED = 1024 * 1024 * 1024;

/** Reads a chunk as it was read at its arrival. Throws only when the chunk itself is damaged. */
export function readChunk(chunk: Chunk): ChunkFacts {
  const facts: ChunkFacts = { evidence: [], inventories: [], diskEvents: [], heard: new Set(chunk.machineIds) };
  const found = [...eachBody(chunk)].flat();
  chunk.ordinals.forEach((ordinal, i) => {
    const one = found[ordinal];
    const observed = one?.ok ? observe(one.value) : undefined;
    if (!observed?.ok) throw new Error(`chunk ${chunk.id}: there is no record at ${ordinal}`);
    const skew = chunk.clockSkewsMs[i]!;
    collect(
      facts,
      observed.value,
      chunk.machineIds[i]!,
      chunk.recordIds[i]!,
      chunk.receivedAtMs,
      skew === NO_SKEW ? undefined : skew,
    );
  });
  return facts;
}

function* eachBody(chunk: Chunk): Generator<FoundOrRejected[]> {
  let start = 0;
  for (const [i, length] of chunk.bodyLengths.entries()) {
    const bytes = chunk.bodies.subarray(start, start + length);
    start += length;
    const type = chunk.bodyTypes[i]!;
    const gzipped = (type & GZIPPED) !== 0;
    yield readBody(
      TYPE_OF[type & ~GZIPPED]!,
      gzipped ? gunzipSync(bytes, { maxOutputLength: MAX_INFLATED }) : bytes,
      Infinity,
    );
  }
}

function collect(
  facts: ChunkFacts,
  seen: Observation,
  machineId: MachineId,
  recordId: RecordId,
  receivedAtMs: number,
  clockSkewMs?: number,
): void {
  const about = { machineId, recordId, receivedAtMs, clockSkewMs };
  if (seen.kind === 'event') {
    const evidence = stopEvidence(seen.event);
    if (evidence !== undefined) facts.evidence.push({ ...evidence, ...about });
    const event = diskEvent(seen.event);
    if (event !== undefined) facts.diskEvents.push(diskEventRecord(event, machineId, recordId, clockSkewMs));
  }
  if (seen.kind === 'crash') facts.evidence.push({ ...crashEvidence(seen), ...about });
  if (seen.kind === 'dump') facts.evidence.push({ ...dumpEvidence(seen), ...about });
  if (seen.kind === 'inventory') {
    facts.inventories.push(readInventory(seen.inventory, machineId, recordId, corrected(seen.atMs, clockSkewMs)));
  }
}

type Said = Omit<Evidence, 'machineId' | 'recordId' | 'receivedAtMs'>;

function crashEvidence({ crash, atMs }: Observation & { kind: 'crash' }): Said {
  return {
    ...stopSaid(crash, atMs),
    parameters: crash.parameters && fourOf(crash.parameters),
    source: crash.source ?? 'reduced',
    reportId: crash.reportId,
  };
}

const dumpEvidence = ({ dump, atMs }: Observation & { kind: 'dump' }): Said => ({
  ...stopSaid(dump, atMs),
  parameters: fourOf(dump.parameters),
  source: 'dump',
  dump: dump.facts,
});

const stopSaid = ({ code, disk, driverStack }: CrashRecord | DumpRecord, atMs: number) => ({
  ...{ kind: 'crash' as const, reportedAtMs: atMs, stoppedAtMs: atMs, disk, driverStack },
  code: Number(code) || undefined,
});

function fourOf(parameters: readonly string[]): Evidence['parameters'] {
  const [p1, p2, p3, p4] = parameters.map(BigInt);
  return [p1, p2, p3, p4];
}
