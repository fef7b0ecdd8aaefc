import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulate, STORY_IDS } from '@inpage/fleetsim';
import { newSecret, type CredentialStore } from '@inpage/fleet';

/** 500 PCs over 90 days, always the same ones. */
const FLEET = { machines: 500, days: 90, seed: 7 } as const;
const CONCURRENCY = 8;

interface Plan {
  readonly end: string;
  readonly done: boolean;
}

/**
 * Fills the server with a simulated fleet through its public door, once. A demo that was cut short goes on with the same fleet
 * at its next start: what came through already is answered as duplicate.
 */
export async function runDemo(
  url: string,
  folder: string,
  credentials: CredentialStore,
  signal: AbortSignal,
): Promise<void> {
  const file = join(folder, 'demo.json');
  const plan: Plan = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { end: new Date().toISOString(), done: false };
  if (plan.done)
    return say(`The simulated fleet is there already; its truth is in ${join(folder, 'demo-truth.jsonl')}`);
  writeFileSync(file, JSON.stringify(plan));
  const { secret, hash } = newSecret('enrolment');
  await credentials.add({ kind: 'enrolment', hash, label: 'Simulated fleet', createdBy: 'demo' });
  const out = join(folder, 'demo-truth.jsonl');
  const options = {
    ...FLEET,
    url,
    key: secret,
    stories: STORY_IDS,
    end: new Date(plan.end),
    out,
    concurrency: CONCURRENCY,
    speed: 'asap' as const,
    signal,
  };
  const summary = await simulate({ ...options, onProgress: everyFewSeconds() });
  writeFileSync(file, JSON.stringify({ ...plan, done: true }));
  say(`The simulated fleet has sent ${summary.accepted + summary.duplicate} records; what is true of it is in ${out}`);
}

const say = (sentence: string): void => void process.stderr.write(`  ${sentence}\n`);

const TELL_EVERY_S = 2;

function everyFewSeconds() {
  let told = 0;
  return ({
    machines,
    of,
    records,
    seconds,
  }: {
    machines: number;
    of: number;
    records: number;
    seconds: number;
  }): void => {
    if (seconds - told < TELL_EVERY_S) return;
    told = seconds;
    say(`Simulating a fleet … ${machines} of ${of} PCs, ${records} records, ${Math.round(seconds)} s`);
  };
}
