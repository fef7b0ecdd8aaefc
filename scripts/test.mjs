import { ensureBuilt } from './build/ensure-built.mjs';
import { ensureDebianPackages } from './checks/debian-packages.mjs';
import { runAll } from './checks/run-all.mjs';
import { STEPS, vitest } from './checks/steps.mjs';

/** `npm test`: everything, on a machine that had nothing but Node, npm and git. Takes arguments for vitest. */
await runAll([
  { name: 'packages', run: ensureDebianPackages },
  { name: 'build', run: () => ensureBuilt().then(() => ({ ok: true, summary: 'ok' })) },
  STEPS.format,
  STEPS.lint,
  STEPS.types,
  STEPS.webTypes,
  STEPS.boundaries,
  STEPS.openapi,
  vitest('tests', process.argv.slice(2)),
]);
