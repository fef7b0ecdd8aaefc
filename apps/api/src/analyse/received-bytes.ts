import type { Readable } from 'node:stream';
import { AppError } from '@inpage/core';

/**
 * All bytes of a body, which may not be empty.
 * @throws AppError `body-empty`, `body-too-large`, `body-malformed`
 */
export async function receivedBytes(body: unknown, declared: string | undefined, most: number): Promise<Uint8Array> {
  const tooLarge = (): AppError => new AppError('body-too-large', `At most ${most} bytes are read here.`);
  if (Number(declared ?? 0) > most) throw tooLarge();
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of piecesOf(body)) {
    length += piece.length;
    if (length > most) throw tooLarge();
    pieces.push(piece);
  }
  if (length === 0) throw new AppError('body-empty', 'Send the file or the text to analyse as the body.');
  return Buffer.concat(pieces, length);
}

/** A caller who leaves in the middle is told nothing, but must not look like a fault of ours. */
async function* piecesOf(body: unknown): AsyncGenerator<Buffer> {
  try {
    for await (const piece of (body as Readable | undefined) ?? []) yield piece as Buffer;
  } catch (cause) {
    throw new AppError('body-malformed', 'The body broke off.', {}, cause);
  }
}
