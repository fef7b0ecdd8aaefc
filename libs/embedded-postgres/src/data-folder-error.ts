/** Why a data folder cannot be used now. Stable: shown to operators and asserted in tests. */
export type DataFolderErrorCode =
  'disk-full' | 'foreign' | 'in-use' | 'newer' | 'not-reachable' | 'not-writable' | 'older' | 'start-failed';

/** A start that cannot go on. The message is for the operator: what is the matter, and what to do about it. */
export class DataFolderError extends Error {
  constructor(
    readonly code: DataFolderErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'DataFolderError';
  }
}

export const diskFull = (folder: string, cause?: unknown): DataFolderError =>
  new DataFolderError(
    'disk-full',
    `The disk of ${folder} is full. Free some space, or set INPAGE_DATA to a folder on another disk.`,
    cause,
  );

const notWritable = (folder: string, cause: unknown): DataFolderError =>
  new DataFolderError(
    'not-writable',
    `${folder} cannot be written by this user (${(cause as Error).message}). ` +
      `Start Inpage as the user that owns the folder, or set INPAGE_DATA to a folder of your own.`,
    cause,
  );

const notAFolder = (folder: string, cause: unknown): DataFolderError =>
  new DataFolderError(
    'not-writable',
    `${folder} is a file, or lies below one (${(cause as Error).message}). Set INPAGE_DATA to a folder.`,
    cause,
  );

const BY_ERRNO: Readonly<Record<string, (folder: string, cause: unknown) => DataFolderError>> = {
  EACCES: notWritable,
  EDQUOT: diskFull,
  EEXIST: notAFolder,
  ENOSPC: diskFull,
  ENOTDIR: notAFolder,
  EPERM: notWritable,
  EROFS: notWritable,
};

/** Gives a failure of the file system or of PostgreSQL its code; what has one already passes through. */
export function asDataFolderError(error: unknown, folder: string): DataFolderError {
  if (error instanceof DataFolderError) return error;
  const named = BY_ERRNO[(error as NodeJS.ErrnoException).code ?? ''];
  if (named) return named(folder, error);
  const reason = error instanceof Error ? error.message : String(error);
  return new DataFolderError('start-failed', `The database in ${folder} did not start: ${reason}`, error);
}
