import type { DatabaseUser } from './database-user.js';

/** The ids for child_process; supplementary groups of root are dropped with them. */
export const spawnOptions = (user: DatabaseUser | undefined): { uid?: number; gid?: number } =>
  user ? { uid: user.uid, gid: user.gid } : {};

/** What a PostgreSQL process sees of our environment: nothing that names another server or speaks another language. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return { PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C' };
}
