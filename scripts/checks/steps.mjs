import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duration } from '../build/duration.mjs';
import { programOf } from '../build/paths.mjs';
import { runNode } from '../build/run.mjs';

/**
 * @typedef {{ ok: boolean, summary: string }} Verdict
 * @typedef {{ name: string, run: () => Promise<Verdict> }} Step
 * @typedef {Verdict & { name: string, ms: number }} Result
 */

/** Escape sequences with which programs colour what they write. */
// eslint-disable-next-line no-control-regex
const COLOURS = /\x1b\[[0-9;]*m/g;

/**
 * A step that is a program of a package. `tell` finds what is worth saying in its output.
 * @param {string} name
 * @param {() => string[]} command the file and its arguments; looked up late, packages may not be installed yet
 * @param {(output: string) => string | undefined} [tell]
 * @returns {Step}
 */
export const program = (name, command, tell = () => undefined) => ({
  name,
  async run() {
    const { code, output } = await runNode(command(), { show: true });
    return { ok: code === 0, summary: tell(output.replace(COLOURS, '')) ?? (code === 0 ? 'ok' : 'failed') };
  },
});

export const STEPS = {
  format: program('format', () => [programOf('prettier'), '--check', '.'], formatSummary),
  lint: program('lint', () => [programOf('oxlint')], lintSummary),
  types: program(
    'types',
    () => [programOf('typescript', 'tsc'), '-p', 'tsconfig.check.json', '--noEmit'],
    typesSummary,
  ),
  webTypes: program('web types', () => [programOf('typescript', 'tsc'), '-p', 'apps/web/tsconfig.json'], typesSummary),
  boundaries: program(
    'boundaries',
    () => [programOf('dependency-cruiser', 'depcruise'), 'apps', 'libs', 'migrations'],
    boundariesSummary,
  ),
  openapi: program(
    'openapi',
    () => [programOf('@redocly/cli', 'redocly'), 'lint', '--extends', 'recommended', 'docs/openapi.json'],
    openapiSummary,
  ),
};

/**
 * @param {number | string} count
 * @param {string} noun
 */
const counted = (count, noun) => `${count} ${noun}${Number(count) === 1 ? '' : 's'}`;

/** @param {string} output */
export function formatSummary(output) {
  const count = output.match(/^\[warn\] (?!Code style|Run Prettier)/gm)?.length ?? 0;
  return count > 0 ? `${count} unformatted` : undefined;
}

/** @param {string} output */
export function lintSummary(output) {
  const [, warnings, errors] = /Found (\d+) warnings? and (\d+) errors?/.exec(output) ?? [];
  return errors === undefined ? undefined : `${counted(errors, 'error')}, ${counted(warnings ?? 0, 'warning')}`;
}

/** @param {string} output */
export function openapiSummary(output) {
  const [, errors] = /Validation failed with (\d+) error/.exec(output) ?? [];
  return errors && counted(errors, 'error');
}

/** @param {string} output */
export function typesSummary(output) {
  const count = output.match(/\berror TS\d+:/g)?.length ?? 0;
  return count > 0 ? counted(count, 'error') : undefined;
}

/** @param {string} output */
export function boundariesSummary(output) {
  const modules = /\((\d+) modules/.exec(output)?.[1];
  const violations = /(\d+) dependency violations/.exec(output)?.[1];
  if (violations) return counted(violations, 'violation');
  return modules && counted(modules, 'module');
}

/**
 * Vitest, with its counts.
 * @param {string} name
 * @param {readonly string[]} [args]
 * @returns {Step}
 */
export const vitest = (name, args = []) => ({
  name,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'inpage-vitest-'));
    const report = join(folder, 'report.json');
    try {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const { code } = await runNode([programOf('vitest'), 'run', ...reporters, ...args], { show: true });
      return { ok: code === 0, summary: testSummary(readReport(report)) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** @param {string} path */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {{ numFailedTests: number, numPassedTests: number, numPendingTests: number, testResults?: { status: string, assertionResults: unknown[] }[] } | undefined} report */
export function testSummary(report) {
  if (!report) return 'no report';
  const { numFailedTests, numPassedTests, numPendingTests, testResults = [] } = report;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const counts = [
    [broken, broken === 1 ? 'file broken' : 'files broken'],
    [numFailedTests, 'failed'],
    [numPassedTests, 'passed'],
    [numPendingTests, 'skipped'],
  ];
  return counts.flatMap(([count, what]) => (count || what === 'passed' ? [`${count} ${what}`] : [])).join(', ');
}

/**
 * Runs every step, whatever became of those before.
 * @param {readonly Step[]} steps
 * @returns {Promise<Result[]>}
 */
export async function runSteps(steps) {
  /** @type {Result[]} */
  const results = [];
  for (const { name, run } of steps) {
    console.log(`\n── ${name}`);
    const started = performance.now();
    const verdict = await run().catch((/** @type {Error} */ error) => {
      console.error(error.message);
      return { ok: false, summary: 'failed' };
    });
    results.push({ ...verdict, name, ms: performance.now() - started });
  }
  return results;
}

/**
 * The one line at the end.
 * @param {readonly Result[]} results
 */
export function summaryLine(results) {
  const parts = results.map(({ ok, name, summary, ms }) => `${ok ? '' : '✗ '}${name}: ${summary} (${duration(ms)})`);
  const total = results.reduce((sum, { ms }) => sum + ms, 0);
  return `${results.every(({ ok }) => ok) ? 'PASS' : 'FAIL'} in ${duration(total)} │ ${parts.join(' │ ')}`;
}
