import { runAll } from './checks/run-all.mjs';
import { STEPS, vitest } from './checks/steps.mjs';

/** `npm run check`: what takes seconds. Types, lint, boundaries, unit tests; no database, no browser, no build. */
await runAll([STEPS.lint, STEPS.types, STEPS.webTypes, STEPS.boundaries, vitest('unit', ['--project', 'unit'])]);
