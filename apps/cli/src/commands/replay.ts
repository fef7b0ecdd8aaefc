import { parseArgs } from 'node:util';
import { DEFAULT_BATCH, type ReplayOptions, type ReplayOutcome } from '@inpage/fleet';
import { harmless, harmlessJson } from '../terminal/plain-text.js';
import { EXIT, UsageError, type Command } from './command.js';
import type { WhichDatabase } from './replay-database.js';
import { renderReplay } from './replay-page.js';
import { replayProgress } from './replay-progress.js';

const HELP = `Usage: inpage replay [OPTIONS]

Derives evidence, crashes, groups and every count anew from the records that were received.
For after an update that reads records or judges stops otherwise. The server may go on meanwhile.
Records, comments and answers stay as they are. Ended half-way, it is simply run again.

Options:
  --dry-run        Show what would change, with examples, and change nothing
  --judge-only     Judge again what was read, without reading the records again
  --json           Print the result as JSON
  --database URL   The PostgreSQL of the server. Default: DATABASE_URL
  --data FOLDER    The data folder of a server without one. Default: INPAGE_DATA, or its usual
                   place. Its database is started when it does not run, and stopped again
  --batch N        Chunks, and machines, in one transaction, 1 to 5000. Default: ${DEFAULT_BATCH}
  -h, --help       Show this help
  --version        Show the version

Exit codes:
  0  done; with --dry-run whether anything would change or not
  2  the command line is wrong
  3  there is no database, or it is not of this version
  4  done, but some records could not be read or the counts do not agree
  5  interrupted between two batches; run it again

Examples:
  inpage replay --dry-run
  inpage replay --judge-only --json > replay.json
  inpage replay --database postgres://inpage:secret@db/inpage
`;

const MOST_BATCH = 5000;

interface Asked extends WhichDatabase {
  readonly json: boolean;
  readonly options: Pick<ReplayOptions, 'dryRun' | 'judgeOnly' | 'batch'>;
}

export const replayCommand: Command = {
  name: 'replay',
  summary: 'Derive everything anew from the records, or show what that would change',
  help: HELP,
  async run(args, terminal) {
    const asked = readArguments(args, process.env);
    // Loaded now, so that analysing a file waits for no database driver.
    const { DatabaseRefused, withReplay } = await import('./replay-database.js');
    const interrupt = new AbortController();
    const onInterrupt = () => {
      terminal.err('inpage: ending after this batch; Ctrl-C again ends at once\n');
      interrupt.abort();
    };
    process.once('SIGINT', onInterrupt);
    const progress = replayProgress(terminal);
    try {
      const outcome = await withReplay(asked, terminal, (replay) =>
        replay.run({ ...asked.options, signal: interrupt.signal, onProgress: progress }),
      );
      terminal.out(asked.json ? asJson(outcome) : renderReplay(outcome));
      return exitCode(outcome);
    } catch (error) {
      if (!(error instanceof DatabaseRefused)) throw error;
      terminal.err(`inpage: ${harmless(error.message)}\n`);
      return EXIT.unreadable;
    } finally {
      process.off('SIGINT', onInterrupt);
    }
  },
};

const asJson = (outcome: ReplayOutcome): string => `${harmlessJson(JSON.stringify(outcome, undefined, 2))}\n`;

function exitCode({ stopped, unreadable, reconciled }: ReplayOutcome): number {
  if (stopped) return EXIT.interrupted;
  return unreadable.length > 0 || (reconciled?.discrepancies.length ?? 0) > 0 ? EXIT.disagrees : EXIT.done;
}

/** @throws UsageError */
function readArguments(args: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const values = parsed(args);
  if (values.database !== undefined && values.data !== undefined)
    throw new UsageError('--database and --data are two databases; one at a time');
  const url = values.database ?? (values.data === undefined ? env['DATABASE_URL'] || undefined : undefined);
  return {
    url,
    folder: values.data ?? (env['INPAGE_DATA'] || undefined),
    json: values.json ?? false,
    options: { dryRun: values['dry-run'], judgeOnly: values['judge-only'], batch: batchOf(values.batch) },
  };
}

function batchOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const batch = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (batch < 1 || batch > MOST_BATCH) throw new UsageError(`--batch is a number from 1 to ${MOST_BATCH}, not ${text}`);
  return batch;
}

function parsed(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean' } as const;
    const options = { 'dry-run': flag, 'judge-only': flag, json: flag, database: text, data: text, batch: text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node explains itself at length; its first sentence says what is wrong.
    throw new UsageError((error as Error).message.split('. ', 1)[0]!.replace(/\.$/, ''));
  }
}
