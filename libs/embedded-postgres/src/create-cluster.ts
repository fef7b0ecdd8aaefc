import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { binary } from './binaries.js';
import { DataFolderError, diskFull } from './data-folder-error.js';
import type { DataFolderPaths } from './data-folder.js';
import type { DatabaseUser } from './database-user.js';
import { syncFolder, writeFileDurably } from './owned-files.js';
import { lastWords, saysDiskFull } from './postgres-log.js';
import { cleanEnvironment, spawnOptions } from './run-as.js';

/** The superuser of the cluster; the operating system's names play no part in it. */
export const SUPERUSER = 'inpage';
/** Our settings, beside postgresql.conf and read by it. */
export const SETTINGS_FILE = 'inpage.conf';

/** The same on every machine, whatever its locale: UTF-8, code point order, English messages. */
const FLAGS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--lc-messages=C',
  `--username=${SUPERUSER}`,
  '--auth=scram-sha-256',
];

/**
 * Runs initdb in a folder beside the cluster's and renames it when all is done and synced: a cluster folder that exists is
 * complete. What an interrupted run left goes first.
 */
export async function createCluster(
  paths: DataFolderPaths,
  native: string,
  user: DatabaseUser | undefined,
): Promise<void> {
  removeDrafts(paths);
  writeFileDurably(paths.password, randomBytes(24).toString('base64url'), 0o600, user);
  // A name of its own: an initdb that outlived a killed start goes on writing into the folder it knows.
  const draft = join(paths.postgres, `draft-${randomBytes(4).toString('hex')}`);
  const { code, output } = await runInitdb(paths, native, draft, user);
  if (code !== 0) throw initdbFailed(paths, output);
  appendFileSync(join(draft, 'postgresql.conf'), `\ninclude_if_exists = '${SETTINGS_FILE}'\n`);
  renameSync(draft, paths.cluster);
  syncFolder(paths.postgres);
}

function removeDrafts(paths: DataFolderPaths): void {
  const drafts = readdirSync(paths.postgres).filter((name) => name.startsWith('draft-'));
  for (const name of drafts) rmSync(join(paths.postgres, name), { recursive: true, force: true, maxRetries: 5 });
}

function runInitdb(
  paths: DataFolderPaths,
  native: string,
  draft: string,
  user: DatabaseUser | undefined,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary(native, 'initdb'), ['-D', draft, `--pwfile=${paths.password}`, ...FLAGS], {
      ...spawnOptions(user),
      cwd: paths.postgres,
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const keep = (chunk: string) => (output = (output + chunk).slice(-16_384));
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

const initdbFailed = (paths: DataFolderPaths, output: string): DataFolderError =>
  saysDiskFull(output)
    ? diskFull(paths.root, new Error(lastWords(output)))
    : new DataFolderError('start-failed', `The database in ${paths.root} could not be created:\n${lastWords(output)}`);
