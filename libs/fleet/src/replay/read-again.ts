import { heardDays } from '../exposure/heard-days.js';
import { readChunk, type Chunk, type ChunkFacts } from '../digest/read-chunk.js';
import {
  NO_READING_CHANGES,
  sumReadingChanges,
  type FoundChunk,
  type ReadingChanges,
  type ReplayTransaction,
} from './replay-store.js';

export interface UnreadableChunk {
  readonly id: string;
  readonly fault: string;
}

interface ReadAgain {
  readonly batch: number;
  readonly signal?: AbortSignal;
  readonly tell: (chunks: number) => void;
}

export interface ReadOutcome {
  readonly chunks: number;
  readonly unreadable: readonly UnreadableChunk[];
  readonly readings?: ReadingChanges;
}

const MOST_TOLD = 20;

/** Reads every record again, chunk by chunk in the order in which they came, as their digests did. */
export async function readAgain(
  inTransaction: <T>(work: (transaction: ReplayTransaction) => Promise<T>) => Promise<T>,
  { batch, signal, tell }: ReadAgain,
): Promise<ReadOutcome> {
  const unreadable: UnreadableChunk[] = [];
  let faults = 0;
  let chunks = 0;
  let changes = NO_READING_CHANGES;
  const isStopped = () => signal?.aborted ?? false;
  for (let after = '-1'; !isStopped();) {
    const read = await inTransaction((transaction) => readBatch(transaction, after, batch));
    if (read === undefined) break;
    after = read.last;
    chunks += read.chunks;
    changes = sumReadingChanges(changes, read.changes);
    faults += read.unreadable.length;
    unreadable.push(...read.unreadable.slice(0, MOST_TOLD - unreadable.length));
    tell(chunks);
  }
  if (isStopped()) return { chunks, unreadable };
  const readings = await inTransaction((transaction) => transaction.finishReadings(changes, faults === 0));
  return { chunks, unreadable, readings };
}

async function readBatch(transaction: ReplayTransaction, after: string, limit: number) {
  const found = await transaction.chunksAfter(after, limit);
  if (found.length === 0) return undefined;
  const read = found.map(readOne);
  const sound = read.flatMap((one) => ('facts' in one ? [one] : []));
  const unreadable = read.flatMap((one) => ('fault' in one ? [one] : []));
  await transaction.holdMachines(new Set(sound.flatMap(({ facts }) => [...facts.heard])));
  const chunks = sound.map(({ chunk }) => chunk);
  await transaction.saveHeardDays(heardDays(chunks));
  const changes = await transaction.renewReadings(
    chunks,
    sound.map(({ facts }) => facts),
  );
  for (const { id } of unreadable) await transaction.keepReadings(id);
  return { last: found.at(-1)!.id, chunks: found.length, unreadable, changes };
}

function readOne({ id, chunk, fault }: FoundChunk): { chunk: Chunk; facts: ChunkFacts } | UnreadableChunk {
  if (chunk === undefined) return { id, fault: fault ?? 'it is not there' };
  try {
    return { chunk, facts: readChunk(chunk) };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  }
}
