import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/inpage.mjs', import.meta.url));

const inpage = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, [BIN, 'analyse', '-', ...args], { input, encoding: 'utf8' });

it('the built program reads standard input, and its exit code reaches the shell', () => {
  const read = inpage('BugCheck 7A, {1, c0000185, 0, 4}', '--json');
  expect(read.stderr).toBe('');
  expect([read.status, JSON.parse(read.stdout).stops.length]).toEqual([0, 1]);
  expect(inpage('nothing').status).toBe(1);
  expect(inpage('nothing', '--no-such-option').status).toBe(2);
});
