import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { DataFolderError } from './data-folder-error.js';
import type { DataFolderPaths } from './data-folder.js';

/** Another user than this process for PostgreSQL to run as. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

/** Whom root lends the database to, the first that exists. PostgreSQL refuses to run as root. */
const CANDIDATES = ['postgres', 'nobody'];

/**
 * The user that PostgreSQL runs as: undefined = the user of this process. Root lends an existing database to its owner and
 * a new one to `postgres` or `nobody`.
 */
export function databaseUser(paths: DataFolderPaths): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = lstatSync(paths.postgres, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  const user = CANDIDATES.map(lookUp).find((found) => found !== undefined);
  if (user) return user;
  throw new DataFolderError(
    'start-failed',
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor a user "nobody". ' +
      'Make one (useradd --system postgres), or start Inpage as an ordinary user.',
  );
}

function lookUp(name: string): DatabaseUser | undefined {
  // macOS prints the ids of nobody (-2) unsigned; spawn wants them as 32-bit integers.
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' })) | 0;
  try {
    return { uid: id('-u'), gid: id('-g'), name: `user ${name}` };
  } catch {
    return undefined;
  }
}

/** May this user walk through a folder of this owner and mode? Access control lists are not looked at. */
export function canTraverse({ uid, gid, mode }: Pick<Stats, 'uid' | 'gid' | 'mode'>, user: DatabaseUser): boolean {
  if (uid === user.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === user.gid ? 0o010 : 0o001)) !== 0;
}

/**
 * Makes sure that the user can get at the data folder. The folder itself, when it is root's own, is opened to the user's
 * group for walking through (0710); the folders above it are not ours to change.
 */
export function ensureReachable(folder: string, user: DatabaseUser | undefined): void {
  if (!user) return;
  const closed = ancestors(folder).find((path) => !canTraverse(statSync(path), user));
  if (closed !== undefined) throw notReachable(folder, closed, user);
  const own = statSync(folder);
  if (canTraverse(own, user)) return;
  if (own.uid !== 0) throw notReachable(folder, folder, user);
  chownSync(folder, 0, user.gid);
  chmodSync(folder, (own.mode & 0o7707) | 0o010);
}

/** The folders above a folder, from the root down. */
const ancestors = (folder: string): string[] =>
  dirname(folder) === folder ? [] : [...ancestors(dirname(folder)), dirname(folder)];

const notReachable = (folder: string, closed: string, user: DatabaseUser): DataFolderError =>
  new DataFolderError(
    'not-reachable',
    `The data folder ${folder} cannot be reached by the ${user.name}, as whom PostgreSQL runs when Inpage is started by root: ` +
      `${closed} is closed to it. Set INPAGE_DATA elsewhere (for example /var/lib/inpage), open that folder (chmod o+x ${closed}), ` +
      'or start Inpage as an ordinary user.',
  );
