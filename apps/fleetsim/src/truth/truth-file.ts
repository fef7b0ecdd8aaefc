import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { TruthLine } from './truth.js';

/** Where the truth goes. */
export interface TruthSink {
  write(line: TruthLine): void;
  /** Resolves when what was written has left memory far enough to go on; rejects when the file cannot be written. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** One JSON object a line, in the order of the machines. */
export class TruthFile implements TruthSink {
  #full = false;
  #broken?: Error;

  private constructor(readonly stream: WriteStream) {
    stream.on('error', (error) => (this.#broken = error));
  }

  /** Truncates the file. Rejects when it cannot be opened. */
  static async open(path: string): Promise<TruthFile> {
    const stream = createWriteStream(path, { encoding: 'utf8' });
    await once(stream, 'open');
    return new TruthFile(stream);
  }

  write(line: TruthLine): void {
    this.#full = !this.stream.write(`${JSON.stringify(line)}\n`);
  }

  async ready(): Promise<void> {
    if (this.#broken) throw this.#broken;
    if (this.#full) await once(this.stream, 'drain');
    this.#full = false;
  }

  async close(): Promise<void> {
    if (this.#broken) throw this.#broken;
    this.stream.end();
    await finished(this.stream);
  }
}

export const NO_TRUTH: TruthSink = {
  write: () => undefined,
  ready: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
