import { expect, it } from 'vitest';
import { missingPackages } from './debian-packages.mjs';

it.each([
  [[], ['redis-server', 'chromium']],
  [['redis-server'], ['chromium']],
  [['redis-server', 'google-chrome'], []],
  [['chromium-browser'], ['redis-server']],
])('with %j installed, %j is missing', (programs, packages) => {
  expect(missingPackages((program) => programs.includes(program))).toEqual(packages);
});
