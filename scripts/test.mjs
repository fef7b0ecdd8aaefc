import { ensureBuilt } from './build/ensure-built.mjs';
import { ensureDebianPackages } from './checks/debian-packages.mjs';
import { runAll } from './checks/run-all.mjs';
import { STEPS, vitest } from './checks/steps.mjs';

const args = process.argv.slice(2);

/** `npm test`: everything, on a machine that had nothing but Node, npm and git. Takes arguments for vitest, and names of its files. */
await runAll([
  { name: 'packages', run: ensureDebianPackages },
  { name: 'build', run: () => ensureBuilt().then(() => ({ ok: true, summary: 'ok' })) },
  STEPS.format,
  STEPS.lint,
  STEPS.types,
  STEPS.webTypes,
  STEPS.boundaries,
  STEPS.openapi,
  // One after the other: servers that are being killed do not share two cores with a browser.
  ...['unit', 'integration', 'e2e', 'web'].map((project) =>
    vitest(project, ['--project', project, ...(args.length > 0 ? ['--passWithNoTests', ...args] : [])]),
  ),
]);
