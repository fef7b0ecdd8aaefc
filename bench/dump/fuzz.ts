import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bufferSource, isKernelDump, prefixSource, readDump, type ByteSource, type DumpReading } from '@inpage/dump';
import { dumpCorpus } from '@inpage/testing';
import { numberOptions } from '../measure/options.js';
import { Seeded } from '../measure/seeded.js';
import { Mutant } from './mutate.js';
import { Watchdog } from './watchdog.js';

/** What one dump may cost, whatever it says: reads, bytes asked for, and processor time, which a busy machine does not stretch. */
const MOST_READS = 20_000;
const MOST_BYTES = 16_000_000;
const MOST_CPU_MS = 250;
const MOST_GROWTH_MB = 8;
const REPORTS = 10;

interface Totals {
  kernelDumps: number;
  withDrivers: number;
  reads: number;
  bytes: number;
  cpuMs: number;
}

/** Reads mutated dumps and holds the reader to its promises; case n is the same in every run (`--from n --count 1`). */
async function fuzz(): Promise<void> {
  const { count, from, seed } = numberOptions({ count: 1_000_000, from: 0, seed: 1 });
  const corpus = [...dumpCorpus().values()];
  const mutants = corpus.map((bytes) => new Mutant(bytes));
  const watchdog = new Watchdog();
  const worst: Totals = { kernelDumps: 0, withDrivers: 0, reads: 0, bytes: 0, cpuMs: 0 };
  const heap: number[] = [];
  const began = performance.now();
  for (let i = from; i < from + count; i++) {
    watchdog.beat(i);
    tryOne(i, new Seeded(seed * 0x9e37_79b1 + i), corpus, mutants, worst);
    if ((i - from + 1) % Math.ceil(count / REPORTS) === 0) heap.push(report(i - from + 1, began));
  }
  await watchdog.stop();
  const growth = heap.length < 2 ? 0 : heap.at(-1)! - heap[0]!;
  console.log(
    JSON.stringify({
      cases: count,
      ...worst,
      cpuMs: Number(worst.cpuMs.toFixed(1)),
      heapGrowthMb: Number(growth.toFixed(2)),
    }),
  );
  if (growth > MOST_GROWTH_MB) throw new Error(`The heap grew by ${growth.toFixed(1)} MB.`);
}

function tryOne(
  index: number,
  random: Seeded,
  corpus: readonly Uint8Array[],
  mutants: readonly Mutant[],
  worst: Totals,
): void {
  const mutant = mutants[random.int(mutants.length)]!;
  mutant.change(random, corpus[random.int(corpus.length)]!);
  const meter = new Meter(sourceOf(random, mutant.bytes));
  const began = process.cpuUsage();
  try {
    check(readDump(meter), worst);
    const { user, system } = process.cpuUsage(began);
    const cpuMs = (user + system) / 1000;
    if (meter.reads > MOST_READS || meter.asked > MOST_BYTES || cpuMs > MOST_CPU_MS) {
      throw new Error(
        `It cost ${meter.reads} reads, ${meter.asked} bytes and ${cpuMs.toFixed(0)} ms of processor time.`,
      );
    }
    worst.reads = Math.max(worst.reads, meter.reads);
    worst.bytes = Math.max(worst.bytes, meter.asked);
    worst.cpuMs = Math.max(worst.cpuMs, cpuMs);
  } catch (cause) {
    throw new Error(`Case ${index} breaks a promise.`, { cause });
  }
  mutant.restore();
}

/** One in four is cut off somewhere, half of these as a stream whose rest has not arrived. */
function sourceOf(random: Seeded, bytes: Uint8Array): ByteSource {
  if (random.int(4) > 0) return bufferSource(bytes);
  const kept = bytes.subarray(0, random.int(bytes.length));
  return random.int(2) === 0 ? bufferSource(kept) : prefixSource(kept, random.int(2) === 0 ? bytes.length : Infinity);
}

function check(reading: DumpReading, totals: Totals): void {
  if (!isKernelDump(reading)) return;
  totals.kernelDumps += 1;
  if (reading.drivers?.length) totals.withDrivers += 1;
  const names = [...(reading.drivers ?? []), ...(reading.unloadedDrivers ?? [])].map(({ name }) => name);
  const path = [...names, reading.processName].find((name) => name !== undefined && /[\\/\p{Cc}]/u.test(name));
  if (path !== undefined) throw new Error(`A name is a path: ${path}`);
  if (reading.drivers && reading.drivers.length > 4096) throw new Error('More drivers than may be.');
}

class Meter implements ByteSource {
  reads = 0;
  asked = 0;

  constructor(private readonly source: ByteSource) {}

  get size(): number {
    return this.source.size;
  }

  slice(offset: number, length: number): Uint8Array {
    this.reads += 1;
    this.asked += length;
    return this.source.slice(offset, length);
  }
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** @returns the heap after a collection, in MB. */
function report(done: number, began: number): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  const heap = (heapUsed + external) / 1e6;
  const rate = (done / (performance.now() - began)) * 1000;
  process.stderr.write(`${done} dumps, ${rate.toFixed(0)}/s, heap ${heap.toFixed(1)} MB\n`);
  return heap;
}

await fuzz();
