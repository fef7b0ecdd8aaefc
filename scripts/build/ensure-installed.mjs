import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { mustSucceed, runNpm } from './run.mjs';

/**
 * @typedef {{ version?: string, resolved?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry
 * @typedef {{ packages?: Record<string, LockEntry> }} Lock
 */

/** Installs the packages of package-lock.json unless exactly those are installed. */
export async function ensureInstalled(root = ROOT) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const stampFile = join(root, 'node_modules', '.inpage-lock');
  const stamp = createHash('sha256').update(lockText).digest('hex');
  if (readIfThere(stampFile) === stamp) return;
  if (!isInstalled(root, lockText)) {
    // --include=dev: with NODE_ENV=production npm would leave out the compiler.
    mustSucceed(
      'npm ci',
      await withProgress('Installing packages', () =>
        runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root }),
      ),
    );
  }
  writeFileSync(stampFile, stamp);
}

/**
 * Whoever ran `npm install` by hand has no stamp, but npm's own record of what it installed.
 * @param {string} root
 * @param {string} lockText
 */
function isInstalled(root, lockText) {
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (record === undefined) return false;
  const lock = JSON.parse(lockText);
  return isRecordOf(JSON.parse(record), lock) && packagesExist(root, lock);
}

/**
 * Does npm's record say that all of the lock is installed? Optional packages may be missing: they are for other platforms.
 * @param {Lock} record
 * @param {Lock} lock
 */
export function isRecordOf(record, lock) {
  const installed = record.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return Boolean(wanted.optional || wanted.devOptional);
    return (
      found.version === wanted.version && found.resolved === wanted.resolved && found.integrity === wanted.integrity
    );
  });
}

/**
 * @param {string} root
 * @param {Lock} lock
 */
const packagesExist = (root, lock) =>
  Object.entries(lock.packages ?? {}).every(
    ([path, wanted]) => wanted.optional || wanted.devOptional || existsSync(join(root, path)),
  );

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
