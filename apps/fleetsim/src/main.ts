import { readArguments, USAGE } from './cli/arguments.js';
import { progressLine, summaryLines } from './cli/report.js';
import { simulate, type SimulationOptions } from './simulate.js';

const EXIT = { done: 0, failed: 1, usage: 2, rejected: 3, interrupted: 130 } as const;

const { stdout, stderr } = process;
const show = (line: string): void => void stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
const endOfProgress = (): void => void (stderr.isTTY && stderr.write('\n'));

async function main(): Promise<number> {
  const command = readArguments(process.argv.slice(2), process.env, new Date());
  if (!command.ok) {
    stderr.write(`fleetsim: ${command.error}\nfleetsim --help lists the options.\n`);
    return EXIT.usage;
  }
  if ('run' in command.value) return run(command.value.run);
  stdout.write(USAGE);
  return EXIT.done;
}

async function run(options: SimulationOptions): Promise<number> {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  try {
    const onProgress = (progress: Parameters<typeof progressLine>[0]) => show(progressLine(progress));
    const summary = await simulate({ ...options, signal: interrupt.signal, onProgress });
    endOfProgress();
    stdout.write(`${summaryLines(summary, options.out).join('\n')}\n`);
    return summary.rejected > 0 ? EXIT.rejected : EXIT.done;
  } catch (error) {
    endOfProgress();
    stderr.write(interrupt.signal.aborted ? 'fleetsim: stopped\n' : `fleetsim: ${(error as Error).message}\n`);
    return interrupt.signal.aborted ? EXIT.interrupted : EXIT.failed;
  }
}

process.exitCode = await main();
