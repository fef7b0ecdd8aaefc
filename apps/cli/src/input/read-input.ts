import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { rest } from '@inpage/contracts';
import { bufferSource, type ByteSource } from '@inpage/dump';
import type { Terminal } from '../terminal/terminal.js';
import { withFile } from './file-source.js';

/** The file is not there, may not be read, or is no file. */
export class UnreadableInput extends Error {}

type Use<T> = (source: ByteSource, name?: string) => T;

/**
 * Opens what is to be read: a file piece by piece, so that a dump of any size costs what is looked at; or standard input, up to what
 * is read of anything but a dump.
 *
 * @throws UnreadableInput
 */
export async function readInput<T>(file: string, terminal: Terminal, use: Use<T>): Promise<T> {
  if (file === '-') return use(await streamed(terminal.stdin()));
  try {
    const kind = statSync(file);
    if (kind.isDirectory()) throw new UnreadableInput(`${file}: ${REASONS['EISDIR']}`);
    // Pipes have names too, as in `inpage analyse <(wevtutil …)`; they cannot be read from a place.
    if (!kind.isFile()) return use(await streamed(createReadStream(file)));
    return withFile(file, (source) => use(source, basename(file)));
  } catch (error) {
    throw isSystemError(error) ? new UnreadableInput(`${file}: ${reasonOf(error)}`, { cause: error }) : error;
  }
}

/** One byte more than is read, so that the reader sees that there was more. */
const MOST_BYTES = rest.ANALYSIS_LIMITS.bytes + 1;

async function streamed(stream: AsyncIterable<Uint8Array>, most = MOST_BYTES): Promise<ByteSource> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    pieces.push(piece.subarray(0, most - length));
    length += pieces.at(-1)!.length;
    if (length >= most) break;
  }
  return bufferSource(Buffer.concat(pieces, length));
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read this file',
  EPERM: 'you may not read this file',
  EISDIR: 'this is a folder, not a file',
  EBUSY: 'another program keeps this file open',
};

const reasonOf = ({ code = '', message }: NodeJS.ErrnoException): string => REASONS[code] ?? message;
