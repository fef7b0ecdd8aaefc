import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ByteSource, positionedSource } from '@inpage/dump';

/** Reads a file piece by piece while `use` runs, and closes it. */
export function withFile<T>(path: string, use: (source: ByteSource) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(positionedSource(fstatSync(file).size, (target, at) => readSync(file, target, 0, target.length, at)));
  } finally {
    closeSync(file);
  }
}
