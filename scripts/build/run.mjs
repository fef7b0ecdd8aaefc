import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 128 and more when a signal ended the program
 * @property {string} output what it wrote to both channels
 */

/**
 * Runs a program in the root folder and keeps what it writes; with `show` it is also seen as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, shell?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { show = false, env = process.env, cwd = ROOT, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @param {NodeJS.WriteStream} to */
    const keep = (to) => (/** @type {Buffer} */ chunk) => {
      output += chunk;
      if (show) to.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 128, output }));
  });
}

/**
 * Runs a JavaScript program with this Node.
 * @param {readonly string[]} args the file, then its arguments
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options);

/**
 * Runs the npm that called us, or the one in the PATH.
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm && /\.[cm]?js$/.test(npm)) return runNode([npm, ...args], options);
  // On Windows npm is a batch file, which only a shell runs. The arguments are ours and need no quoting.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** A step that everything else needs has failed; the message says all there is to say. */
export class SetUpError extends Error {}

/**
 * @param {string} what
 * @param {Outcome} outcome
 */
export function mustSucceed(what, { code, output }) {
  if (code !== 0) throw new SetUpError(`${what} failed (exit code ${code}):\n${shortened(output)}`);
}

/**
 * The beginning and the end of a long text: npm says first what is the matter, compilers say it last.
 * @param {string} text
 */
export function shortened(text, lines = 30) {
  const all = text.trim().split('\n');
  if (all.length <= 2 * lines) return all.join('\n');
  return [...all.slice(0, lines), `… ${all.length - 2 * lines} lines …`, ...all.slice(-lines)].join('\n');
}
