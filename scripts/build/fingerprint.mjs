import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What no build reads: its own results, packages, and tests. */
const LEFT_OUT = /^(node_modules|dist|e2e|test-results|\..*|.*\.(int-|e2e-)?spec\.m?tsx?|.*\.fixture\.ts|.*\.md)$/;

/**
 * A fingerprint of names, sizes and times of change of all files below these paths. Does not read the files: a few
 * hundred of them take some milliseconds. A path that is not there has a fingerprint too.
 * @param {string} root
 * @param {readonly string[]} paths relative to the root
 */
export function fingerprint(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const line of describe(root, path)) hash.update(line);
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Generator<string>}
 */
function* describe(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return yield `${path} absent\n`;
  const stats = statSync(full);
  if (!stats.isDirectory()) return yield `${path} ${stats.size} ${stats.mtimeMs}\n`;
  for (const name of readdirSync(full).sort()) if (!LEFT_OUT.test(name)) yield* describe(root, `${path}/${name}`);
}
