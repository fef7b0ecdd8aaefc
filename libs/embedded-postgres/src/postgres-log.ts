import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATE_BYTES = 10 * 1024 * 1024;
const TAIL_BYTES = 16 * 1024;

/** An open server log and where this start's lines begin in it. */
export interface PostgresLog {
  readonly path: string;
  readonly fd: number;
  readonly from: number;
}

/** Opens the log for appending; one of more than 10 MiB is put aside as `postgres.log.1` first. */
export function openPostgresLog(path: string): PostgresLog {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_BYTES) renameSync(path, `${path}.1`);
  const fd = openSync(path, 'a', 0o600);
  return { path, fd, from: fstatSync(fd).size };
}

/** What the server has written since the log was opened, at most the last 16 KiB. */
export function readTail({ path, from }: PostgresLog): string {
  const fd = openSync(path, 'r');
  try {
    const size = fstatSync(fd).size;
    const bytes = Buffer.alloc(Math.min(TAIL_BYTES, Math.max(0, size - from)));
    return bytes.toString('utf8', 0, readSync(fd, bytes, 0, bytes.length, size - bytes.length));
  } finally {
    closeSync(fd);
  }
}

/** What PostgreSQL says when the disk is full, whatever it was doing (strerror of ENOSPC and EDQUOT). */
export const saysDiskFull = (text: string): boolean => /No space left on device|Disk quota exceeded/.test(text);

/** What a start says while processes of a killed postmaster are still leaving; they do within a second or so. */
export const saysPredecessorLeaving = (text: string): boolean => /pre-existing shared memory block/.test(text);

/** The last lines that are not mere progress, for an error message. */
export const lastWords = (text: string): string => text.trim().split('\n').slice(-4).join('\n');
