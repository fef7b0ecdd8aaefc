import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, wherever the script was called from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * The JavaScript file behind a program of an installed package, to be run by this very Node: the same on every platform,
 * and without the half second that npx takes.
 * @param {string} name of the package
 * @param {string} [program] when the package has several
 * @param {string} [root]
 */
export function programOf(name, program = name, root = ROOT) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}
