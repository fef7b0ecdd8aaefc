import { createHash } from 'node:crypto';
import { AppError } from '@inpage/core';

export interface ReceivedFile {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/**
 * Takes a body of a length that was declared and accepted into one buffer of that length, and hashes it on its way. Nothing is kept
 * when the client leaves.
 *
 * @throws AppError `dump-length-mismatch`
 */
export async function receivedFile(body: AsyncIterable<Buffer>, length: number): Promise<ReceivedFile> {
  const bytes = Buffer.allocUnsafeSlow(length);
  const hash = createHash('sha256');
  let at = 0;
  try {
    for await (const piece of body) {
      if (at + piece.length > length) throw mismatch(`more than ${length}`, length);
      bytes.set(piece, at);
      hash.update(piece);
      at += piece.length;
    }
  } catch (error) {
    throw error instanceof AppError ? error : mismatch(at, length, error);
  }
  if (at !== length) throw mismatch(at, length);
  return { bytes, sha256: hash.digest() };
}

const mismatch = (got: number | string, length: number, cause?: unknown): AppError =>
  new AppError('dump-length-mismatch', `${length} bytes were declared, ${got} arrived.`, {}, cause);
