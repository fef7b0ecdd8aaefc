import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFile } from '@inpage/cli';
import { bufferSource, isKernelDump, readDump, type DumpReading } from '@inpage/dump';
import { numberOptions } from '../measure/options.js';
import { median, spread } from '../measure/statistics.js';
import { table } from '../measure/table.js';
import { typicalDump } from './typical-dump.js';

/** Sizes of real triage dumps: a small one, the usual one, and the largest that was seen. */
const SIZES_MB = [0.3, 1.5, 10];
const TARGET_MS = 2;
/** A server has read dumps before; what the very first costs a new process is told on its own. */
const WARM_UP_READS = 50;

interface Case {
  readonly name: string;
  readonly run: (path: string, bytes: Uint8Array) => DumpReading | Uint8Array;
}

const CASES: readonly Case[] = [
  { name: 'file read alone', run: (path) => readFileSync(path) },
  { name: 'file read, then facts', run: (path) => readDump(bufferSource(readFileSync(path))) },
  { name: 'facts from the open file', run: (path) => withFile(path, readDump) },
  { name: 'facts from memory', run: (_path, bytes) => readDump(bufferSource(bytes)) },
];

/** All cases take turns within one run, so that whatever else the machine does meets all of them. */
function bench(): void {
  const { rounds, reads } = numberOptions({ rounds: 15, reads: 40 });
  const typical = typicalDump(1.5e6);
  const first = time(() => readDump(bufferSource(typical)), 1);
  const folder = mkdtempSync(join(tmpdir(), 'inpage-bench-dump-'));
  try {
    const rows = SIZES_MB.flatMap((mb) => measure(join(folder, `${mb}.dmp`), typicalDump(mb * 1e6), rounds, reads));
    console.log(table([['dump', 'case', 'ms', 'CPU ms', 'of the file read alone'], ...rows.map(({ cells }) => cells)]));
    const worst = Math.max(...rows.filter(({ isFacts }) => isFacts).map(({ cpuMs }) => cpuMs));
    console.log(
      `\nFacts cost at most ${worst.toFixed(2)} ms of processor time, whatever the size; the target is ${TARGET_MS} ms.`,
    );
    console.log(`The first dump of a new process takes ${first.ms.toFixed(1)} ms.`);
    if (worst >= TARGET_MS) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Row {
  readonly cells: readonly string[];
  readonly cpuMs: number;
  /** Reading facts only, without reading the whole file first. */
  readonly isFacts: boolean;
}

function measure(path: string, bytes: Uint8Array, rounds: number, reads: number): Row[] {
  writeFileSync(path, bytes);
  mustBeWhole(readDump(bufferSource(bytes)));
  for (const { run } of CASES) time(() => run(path, bytes), WARM_UP_READS);
  const times = CASES.map((): Time[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { run }] of CASES.entries()) times[i]!.push(time(() => run(path, bytes), reads));
  }
  const alone = times[0]!;
  return CASES.map(({ name }, i) => {
    const [ms, cpuMs] = [times[i]!.map((t) => t.ms), times[i]!.map((t) => t.cpuMs)];
    const ratios = ms.map((value, round) => value / alone[round]!.ms);
    const size = `${(bytes.length / 1e6).toFixed(1)} MB`;
    return {
      cells: [size, name, spread(ms, 3), spread(cpuMs, 3), spread(ratios)],
      cpuMs: median(cpuMs),
      isFacts: name.startsWith('facts'),
    };
  });
}

/** Of one read. The machine's other work stretches `ms`, not `cpuMs`. */
interface Time {
  readonly ms: number;
  readonly cpuMs: number;
}

function time(run: () => unknown, reads: number): Time {
  const [from, cpuFrom] = [performance.now(), process.cpuUsage()];
  for (let i = 0; i < reads; i++) run();
  const { user, system } = process.cpuUsage(cpuFrom);
  return { ms: (performance.now() - from) / reads, cpuMs: (user + system) / 1000 / reads };
}

/** A reader that finds nothing is fast; such a time must not be reported. */
function mustBeWhole(dump: DumpReading): void {
  const whole =
    isKernelDump(dump) && dump.drivers?.length === 200 && dump.smbios && dump.storage && dump.stack?.leading;
  if (!whole) throw new Error('The dump that is measured was not read whole.');
}

bench();
