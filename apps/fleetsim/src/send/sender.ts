import type { MachineLife } from '../timeline/machine-life.js';
import { Batcher } from './batcher.js';
import type { Batch, InpageClient } from './inpage-client.js';
import type { Pace } from './pace.js';

/** What came of the sending so far. */
export interface Score {
  machines: number;
  accepted: number;
  duplicate: number;
  rejected: number;
  /** The first few refusals, as `code: detail`. */
  readonly refusals: string[];
}

const REFUSALS_KEPT = 10;

export const newScore = (): Score => ({ machines: 0, accepted: 0, duplicate: 0, rejected: 0, refusals: [] });

export interface Sender {
  readonly client: InpageClient;
  readonly key: string;
  readonly pace: Pace;
  readonly score: Score;
  /** Aborted by the first failure, and by whoever wants to end it. */
  readonly stop: AbortController;
}

/**
 * Sends lives with so many machines at a time. An agent's machine is enrolled and sends with its own credential; machines of
 * collectors share batches under the enrolment key. The first failure ends all.
 */
export async function sendLives(lives: AsyncIterator<MachineLife>, concurrency: number, sender: Sender): Promise<void> {
  const workers = Array.from({ length: concurrency }, () => worker(lives, sender));
  try {
    await Promise.all(workers);
  } catch (error) {
    sender.stop.abort(error);
    await Promise.allSettled(workers);
    throw error;
  }
}

async function worker(lives: AsyncIterator<MachineLife>, sender: Sender): Promise<void> {
  const collected = new Batcher();
  for (let next = await lives.next(); !next.done; next = await lives.next()) {
    sender.stop.signal.throwIfAborted();
    if (next.value.machine.source === 'collector') await sendAll(next.value, sender.key, collected, sender);
    else await sendAsAgent(next.value, sender);
    sender.score.machines++;
  }
  for (const batch of collected.drain()) await sendBatch(batch, sender.key, sender);
}

async function sendAsAgent(life: MachineLife, sender: Sender): Promise<void> {
  const { computer, smbiosUuid, machineGuid } = life.machine;
  const { secret } = await sender.client.enrol(sender.key, { computer, smbiosUuid, machineGuid });
  const own = new Batcher();
  await sendAll(life, secret, own, sender);
  for (const batch of own.drain()) await sendBatch(batch, secret, sender);
}

async function sendAll(
  { observations }: MachineLife,
  credential: string,
  into: Batcher,
  sender: Sender,
): Promise<void> {
  for (const observation of observations) {
    const full = into.add(observation);
    if (full) await sendBatch(full, credential, sender);
  }
}

async function sendBatch(batch: Batch, credential: string, { client, pace, score, stop }: Sender): Promise<void> {
  stop.signal.throwIfAborted();
  await pace.take(batch.observations.length);
  for (const receipt of (await client.send(credential, batch)).receipts) {
    score[receipt.status]++;
    if (receipt.status === 'rejected' && score.refusals.length < REFUSALS_KEPT)
      score.refusals.push(`${receipt.code}: ${receipt.detail}`);
  }
}
