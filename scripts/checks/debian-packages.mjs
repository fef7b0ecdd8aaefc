import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withProgress } from '../build/progress.mjs';
import { run } from '../build/run.mjs';

/** What the tests need besides npm packages, and any program that shows that it is there. */
export const NEEDED = [
  { package: 'redis-server', programs: ['redis-server'] },
  { package: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] },
];

/**
 * @param {(program: string) => boolean} has
 * @returns {string[]} packages
 */
export const missingPackages = (has) =>
  NEEDED.filter(({ programs }) => !programs.some(has)).map((needed) => needed.package);

/**
 * Is there such a program in the PATH, or where Debian keeps those of administrators?
 * @param {string} program
 */
const inPath = (program) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'].some((folder) =>
    existsSync(join(folder, program)),
  );

/**
 * Installs what is missing, when this user may.
 * @returns {Promise<{ ok: boolean, summary: string }>}
 */
export async function ensureDebianPackages() {
  const missing = missingPackages(inPath);
  if (missing.length === 0) return { ok: true, summary: 'present' };
  const prefix = await privilege();
  if (!inPath('apt-get') || !prefix) {
    const how = inPath('apt-get')
      ? `run: sudo apt-get install -y ${missing.join(' ')}`
      : 'install them with your package manager';
    console.error(`The tests need ${missing.join(' and ')}; ${how}`);
    return { ok: false, summary: `${missing.join(' and ')} missing` };
  }
  await withProgress(`Installing ${missing.join(' and ')}`, () => install(prefix, missing));
  const still = missingPackages(inPath);
  return still.length === 0
    ? { ok: true, summary: 'installed' }
    : { ok: false, summary: `${still.join(' and ')} not installed` };
}

/**
 * What goes before apt-get; undefined when this user may not install.
 * @returns {Promise<string[] | undefined>}
 */
async function privilege() {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * A machine that has never fetched the package lists, or long ago, needs to do that first.
 * @param {string[]} prefix
 * @param {string[]} packages
 */
async function install(prefix, packages) {
  const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300'];
  /** @param {string[]} args */
  const call = (...args) => run(apt[0] ?? '', [...apt.slice(1), ...args]);
  const wanted = ['install', '-y', '--no-install-recommends', ...packages];
  if ((await call(...wanted)).code === 0) return;
  await call('update');
  const { code, output } = await call(...wanted);
  if (code !== 0) console.error(output);
}
