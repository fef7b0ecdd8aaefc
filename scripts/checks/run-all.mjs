import { ensureInstalled } from '../build/ensure-installed.mjs';
import { nodeProblem } from '../build/node-version.mjs';
import { runSteps, summaryLine } from './steps.mjs';

/**
 * Installs packages, runs the steps, prints one line about all of them and sets the exit code. Without packages there is
 * nothing to run.
 * @param {readonly import('./steps.mjs').Step[]} steps
 */
export async function runAll(steps) {
  try {
    await setUp();
  } catch (error) {
    console.error(`${/** @type {Error} */ (error).message}\n\nFAIL before the first step`);
    process.exitCode = 1;
    return;
  }
  const results = await runSteps(steps);
  console.log(`\n${summaryLine(results)}`);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}

async function setUp() {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new Error(problem);
  await ensureInstalled();
}
