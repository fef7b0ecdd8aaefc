import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderError } from './data-folder-error.js';
import type { DataFolderPaths } from './data-folder.js';
import type { DatabaseUser } from './database-user.js';
import { makeOwnedFolder } from './owned-files.js';

/** The port is only a part of the socket's name; the folder is what tells two servers apart. */
export const SOCKET_PORT = 5432;

/** sun_path holds 108 bytes with its end on Linux and 104 on macOS. */
const MAX_SOCKET_BYTES = 103;

const fits = (folder: string): boolean =>
  Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= MAX_SOCKET_BYTES;

/** Where the socket goes: into the data folder, or below /tmp when that path is too long for a socket. */
export const socketFolderFor = (paths: Pick<DataFolderPaths, 'root' | 'run'>): string =>
  fits(paths.run) ? paths.run : `/tmp/inpage-${createHash('sha256').update(paths.root).digest('hex').slice(0, 12)}`;

/** Makes the private folder of the socket; one that somebody else put there first is refused. */
export function makeSocketFolder(paths: DataFolderPaths, user: DatabaseUser | undefined): string {
  const folder = socketFolderFor(paths);
  makeOwnedFolder(folder, user);
  const { uid, mode } = lstatSync(folder);
  if (uid === (user?.uid ?? process.getuid?.()) && (mode & 0o170_077) === 0o040_000) return folder;
  throw new DataFolderError(
    'start-failed',
    `${folder} should be a private folder of PostgreSQL, but is not. Remove it and start again.`,
  );
}
