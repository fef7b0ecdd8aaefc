import { createWriteStream, mkdirSync, renameSync, statSync, writeSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createLog, type Config, type Logger } from '@inpage/platform';
import { dataFolder } from './open-database.js';

const MOST_BYTES = 10 * 1024 * 1024;

export interface ServerLog {
  readonly log: Logger;
  /** Call it once the data folder is known to be ours: until then nothing is written into it. */
  readonly open: () => void;
}

/**
 * On the embedded database somebody looks at the terminal, so all lines go to a file in the data folder and only warnings to
 * the terminal. With DATABASE_URL the server runs among other services, and everything goes to standard error.
 */
export function serverLog(config: Config): ServerLog {
  if (config.DATABASE_URL !== undefined) return { log: createLog(config), open: () => {} };
  const file = new LateFile(join(dataFolder(config), 'logs'), 'inpage.log');
  const streams = pino.multistream([
    { level: config.INPAGE_LOG_LEVEL as 'info', stream: file },
    { level: 'warn', stream: { write: (line: string) => void writeSync(2, line) } },
  ]);
  return { log: createLog(config, streams), open: () => file.open() };
}

/** Keeps the first lines in memory until the file may be made. */
class LateFile {
  #waiting: string[] = [];
  #stream: WriteStream | undefined;

  constructor(
    private readonly folder: string,
    private readonly name: string,
  ) {}

  write(line: string): void {
    if (this.#stream) this.#stream.write(line);
    else this.#waiting.push(line);
  }

  open(): void {
    const path = join(this.folder, this.name);
    mkdirSync(this.folder, { recursive: true });
    rotate(path);
    this.#stream = createWriteStream(path, { flags: 'a' });
    // A full disk must not end the server for the sake of its log.
    this.#stream.on('error', () => {});
    for (const line of this.#waiting.splice(0)) this.#stream.write(line);
  }
}

/** One file back is kept. */
function rotate(file: string): void {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > MOST_BYTES) renameSync(file, `${file}.1`);
}
