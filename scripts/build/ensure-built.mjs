import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { programOf, ROOT } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { mustSucceed, runNode, runNpm } from './run.mjs';

/**
 * @typedef {object} Build
 * @property {string} name
 * @property {string} what it is doing, for the progress line
 * @property {(root: string) => string[]} reads paths whose change asks for a new build
 * @property {(root: string) => string[]} makes paths that are there after a build
 * @property {(root: string) => Promise<import('./run.mjs').Outcome>} run
 */

const ROOT_FILES = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json'];

/** @type {readonly Build[]} */
const BUILDS = [
  {
    name: 'server',
    what: 'Compiling',
    reads: (root) => [...ROOT_FILES, ...compiled(root)],
    makes: (root) => compiled(root).map((folder) => `${folder}/dist`),
    run: (root) => runNode([programOf('typescript', 'tsc', root), '-b'], { cwd: root }),
  },
  {
    name: 'web',
    what: 'Building the web pages',
    reads: (root) => [...ROOT_FILES, 'apps/web', ...compiled(root).filter((folder) => folder.startsWith('libs/'))],
    makes: () => ['apps/web/dist/index.html'],
    run: (root) => runNpm(['run', 'build', '--workspace', '@inpage/web'], { cwd: root }),
  },
];

/** Compiles what changed since the last build, and says nothing when nothing did. */
export async function ensureBuilt(root = ROOT) {
  for (const build of BUILDS) await ensureOne(build, root);
}

/**
 * @param {Build} build
 * @param {string} root
 */
async function ensureOne({ name, what, reads, makes, run }, root) {
  const stampFile = join(root, 'node_modules', `.inpage-build-${name}`);
  // Taken before the build: what is saved while it runs is newer than the stamp.
  const stamp = fingerprint(root, reads(root));
  const isThere = makes(root).every((path) => existsSync(join(root, path)));
  if (isThere && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mustSucceed(what, await withProgress(what, () => run(root)));
  writeFileSync(stampFile, stamp);
}

/**
 * The folders that `tsc -b` compiles, as the root tsconfig.json names them.
 * @param {string} root
 * @returns {string[]}
 */
function compiled(root) {
  const { references } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return references.map((/** @type {{ path: string }} */ { path }) => path);
}
