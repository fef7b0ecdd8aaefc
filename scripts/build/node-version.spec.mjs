import { expect, it } from 'vitest';
import { nodeProblem } from './node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.0.0', '100.0.0'])('takes Node %s', (version) => {
  expect(nodeProblem(version)).toBeUndefined();
});

it.each(['20.18.9', '18.20.0', '9.11.2'])('refuses Node %s and says what is needed', (version) => {
  expect(nodeProblem(version)).toContain(`needs Node 20.19 or newer; this is ${version}`);
});
