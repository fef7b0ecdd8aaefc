import { randomUUID } from 'node:crypto';
import { chownSync, closeSync, fsyncSync, lstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseUser } from './database-user.js';

/** Makes a private folder (0700) for the user, unless it is there. */
export function makeOwnedFolder(path: string, user: DatabaseUser | undefined): void {
  if (lstatSync(path, { throwIfNoEntry: false })) return;
  mkdirSync(path, { mode: 0o700 });
  if (user) chownSync(path, user.uid, user.gid);
}

/**
 * Writes a whole file or nothing, and it survives a power cut. The draft is opened exclusively, so a link that the owner of
 * the folder planted is never followed by root.
 */
export function writeFileDurably(path: string, text: string, mode: number, user?: DatabaseUser): void {
  const draft = `${path}.${randomUUID()}`;
  const file = openSync(draft, 'wx', mode);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (user) chownSync(draft, user.uid, user.gid);
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** Makes the names in a folder durable. Windows neither needs nor allows it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
