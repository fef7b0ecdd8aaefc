import { join } from 'node:path';
import { err, ok, type Result } from '@inpage/core';
import type { DataFolderErrorCode } from './data-folder-error.js';

/** The layout version that this Inpage reads and writes. */
export const DATA_FORMAT = 1;
/** The PostgreSQL major whose binaries come with this Inpage; a cluster belongs to one major for ever. */
export const POSTGRES_MAJOR = 18;

/** Every path in a data folder. Only `postgres` belongs to the user that PostgreSQL runs as. */
export const dataFolderPaths = (root: string) => ({
  root,
  /** Written last: who sees it knows that the database was made completely. */
  marker: join(root, 'inpage-data.json'),
  lock: join(root, 'inpage.lock'),
  logs: join(root, 'logs'),
  log: join(root, 'logs', 'postgres.log'),
  postgres: join(root, 'postgres'),
  cluster: join(root, 'postgres', 'data'),
  password: join(root, 'postgres', 'password'),
  run: join(root, 'postgres', 'run'),
  postmasterPid: join(root, 'postgres', 'data', 'postmaster.pid'),
});
export type DataFolderPaths = ReturnType<typeof dataFolderPaths>;

/**
 * What can lie in a data folder before its marker does: `lost+found` because a folder may be the root of a volume, `auth-secret`
 * because that is all a server keeps here whose database is elsewhere.
 */
const OURS = /^(auth-secret|inpage\.lock(\..+)?|inpage-data\.json\..+|logs|postgres|postgres-\d[^/]*|lost\+found)$/;

/** What was found in a folder, as text; undefined = the file is not there. */
export interface FolderContents {
  readonly entries: readonly string[];
  readonly marker: string | undefined;
  readonly clusterVersion: string | undefined;
}

/** `fresh`: make a database. `unmarked`: the database is complete, only its marker was not written. `ready`: start it. */
export type FolderState = 'fresh' | 'unmarked' | 'ready';

export interface FolderFault {
  readonly code: DataFolderErrorCode;
  /** A sentence about the folder, without its path. */
  readonly why: string;
}

/** Whose folder is this, and how far did its making get? Never says `fresh` about a folder with a database in it. */
export function judgeDataFolder({ entries, marker, clusterVersion }: FolderContents): Result<FolderState, FolderFault> {
  const version = clusterVersion === undefined ? ok(undefined) : judgeMajor(Number.parseInt(clusterVersion, 10));
  if (marker === undefined) {
    const strangers = entries.filter((name) => !OURS.test(name));
    if (strangers.length > 0)
      return foreign(`holds other things (${strangers.slice(0, 3).join(', ')}${strangers.length > 3 ? ', …' : ''})`);
    return version.ok ? ok(clusterVersion === undefined ? 'fresh' : 'unmarked') : version;
  }
  const judged = judgeMarker(marker);
  if (!judged.ok) return judged;
  if (clusterVersion === undefined) return err({ code: 'start-failed', why: MISSING_CLUSTER });
  return version.ok ? ok('ready') : version;
}

export const formatMarker = (): string => `${JSON.stringify({ format: DATA_FORMAT, postgresMajor: POSTGRES_MAJOR })}\n`;

function judgeMarker(text: string): Result<undefined, FolderFault> {
  const marker = parseMarker(text);
  if (marker === undefined) return foreign('has an inpage-data.json that is not one of Inpage');
  if (marker.format > DATA_FORMAT) {
    return err({
      code: 'newer',
      why: `was written by a newer Inpage (format ${marker.format}, this one reads ${DATA_FORMAT}). ${NEWER_ADVICE}`,
    });
  }
  return judgeMajor(marker.postgresMajor);
}

function judgeMajor(major: number): Result<undefined, FolderFault> {
  if (major === POSTGRES_MAJOR) return ok(undefined);
  if (major > POSTGRES_MAJOR) {
    return err({
      code: 'newer',
      why: `holds a database of PostgreSQL ${major}; this Inpage brings ${POSTGRES_MAJOR}. ${NEWER_ADVICE}`,
    });
  }
  return err({
    code: 'older',
    why: `holds a database of PostgreSQL ${major}; this Inpage brings ${POSTGRES_MAJOR}. ${OLDER_ADVICE}`,
  });
}

function parseMarker(text: string): { format: number; postgresMajor: number } | undefined {
  try {
    const { format, postgresMajor } = JSON.parse(text) ?? {};
    return Number.isInteger(format) && Number.isInteger(postgresMajor) && format >= 1
      ? { format, postgresMajor }
      : undefined;
  } catch {
    return undefined;
  }
}

const foreign = (what: string): Result<never, FolderFault> =>
  err({
    code: 'foreign',
    why: `${what} and is not a data folder of Inpage. Set INPAGE_DATA to an empty folder or to one of Inpage.`,
  });

const NEWER_ADVICE = 'Update Inpage, or set INPAGE_DATA to another folder.';
const OLDER_ADVICE = 'Back it up with the Inpage that wrote it and restore into a new folder.';
const MISSING_CLUSTER =
  'says that it has a database, but postgres/data is not there. Restore it from a backup, mount what is missing, or delete ' +
  'inpage-data.json to begin with an empty database.';
