import { DigestChunks, type DigestStore } from '@inpage/fleet';
import type { Config, Logger, Metrics } from '@inpage/platform';
import type { WakeQueue } from '@inpage/queue';
import { Worker } from './worker.js';

/** Puts a worker together and starts it. */
export async function startWorker(parts: {
  config: Config;
  log: Logger;
  metrics: Metrics;
  store: DigestStore;
  queue: WakeQueue;
}): Promise<Worker> {
  const { config, log, metrics, store, queue } = parts;
  const digest = new DigestChunks(store, (chunkId, err) => {
    metrics.count('inpage_digest_chunks_total', { outcome: 'postponed' });
    log.error({ event: 'digest.postponed', chunkId, err });
  });
  const worker = new Worker({ digest, store, queue, metrics, log, sweepMs: config.INPAGE_SWEEP_MS });
  await worker.start();
  return worker;
}
