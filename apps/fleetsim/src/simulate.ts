import { lives, prologue } from './lives.js';
import { HttpPost } from './send/http-post.js';
import { InpageClient } from './send/inpage-client.js';
import { Pace, type Speed } from './send/pace.js';
import { Patience } from './send/patience.js';
import { newScore, sendLives, type Score } from './send/sender.js';
import type { StoryId } from './stories/story-id.js';
import { makeWorld } from './stories/world.js';
import { Tally } from './truth/tally.js';
import { NO_TRUTH, TruthFile } from './truth/truth-file.js';
import type { TallyTruth } from './truth/truth.js';

export interface SimulationOptions {
  /** Where Inpage listens, such as http://127.0.0.1:7070. */
  readonly url: string;
  /** An enrolment key. */
  readonly key: string;
  readonly machines: number;
  readonly days: number;
  readonly seed: number;
  readonly stories: readonly StoryId[];
  /** When the simulated time ends; nothing is dated later. */
  readonly end: Date;
  /** Where the truth is written; left out: nowhere. */
  readonly out?: string;
  /** Machines that send at the same time. */
  readonly concurrency: number;
  readonly speed: Speed;
  /** How often one request is tried before the simulation gives up. */
  readonly attempts?: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Progress {
  readonly machines: number;
  readonly of: number;
  readonly records: number;
  readonly seconds: number;
}

export interface Summary extends Readonly<Omit<TallyTruth, 'type'>> {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly refusals: readonly string[];
  readonly requests: number;
  readonly retries: number;
  readonly seconds: number;
  readonly recordsPerSecond: number;
}

const PROGRESS_MS = 1000;
const TIMEOUT_MS = 60_000;
const ATTEMPTS = 30;

/**
 * Simulates a fleet against a running Inpage: everything goes through its public HTTP interface. Equal seed, machines, days,
 * end and stories give equal records and equal truth.
 *
 * @throws Refused (credential, size …), OutOfPatience (not reachable), BrokenContract, and whatever the truth file meets
 */
export async function simulate(options: SimulationOptions): Promise<Summary> {
  const truth = options.out === undefined ? NO_TRUTH : await TruthFile.open(options.out);
  try {
    return await run(options, truth);
  } finally {
    await truth.close();
  }
}

async function run(options: SimulationOptions, truth: typeof NO_TRUTH): Promise<Summary> {
  const world = makeWorld({ ...options, endMs: options.end.getTime() });
  const http = new HttpPost(new URL(options.url), options.concurrency, TIMEOUT_MS);
  const stop = stopper(options.signal, http);
  const patience = new Patience({ attempts: options.attempts ?? ATTEMPTS, signal: stop.signal });
  const client = new InpageClient(http, patience);
  const [tally, score, pace] = [new Tally(), newScore(), new Pace(options.speed)];
  const startMs = performance.now();
  const progress = () => options.onProgress?.(progressOf(options, score, startMs));
  const timer = setInterval(progress, PROGRESS_MS);
  try {
    prologue(world).forEach((line) => truth.write(line));
    const { key, concurrency } = options;
    await sendLives(lives(world, tally, truth), concurrency, { client, key, pace, score, stop });
    truth.write(tally.line());
    progress();
    return summary(tally, score, client, startMs);
  } finally {
    clearInterval(timer);
    http.close();
  }
}

/** Stops with the caller's signal; open requests end at once. */
function stopper(signal: AbortSignal | undefined, http: HttpPost): AbortController {
  const stop = new AbortController();
  stop.signal.addEventListener('abort', () => http.close());
  if (signal?.aborted) stop.abort(signal.reason);
  signal?.addEventListener('abort', () => stop.abort(signal.reason), { signal: stop.signal });
  return stop;
}

const secondsSince = (startMs: number): number => (performance.now() - startMs) / 1000;
const recordsOf = (score: Score): number => score.accepted + score.duplicate + score.rejected;

const progressOf = (options: SimulationOptions, score: Score, startMs: number): Progress => ({
  machines: score.machines,
  of: options.machines,
  records: recordsOf(score),
  seconds: secondsSince(startMs),
});

function summary(tally: Tally, score: Score, client: InpageClient, startMs: number): Summary {
  const { type: _type, ...counts } = tally.line();
  const { machines: _machines, ...sent } = score;
  const seconds = secondsSince(startMs);
  return {
    ...{ ...counts, ...sent, requests: client.requests, retries: client.patience.retries },
    ...{ seconds, recordsPerSecond: recordsOf(score) / seconds },
  };
}
