import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { isAlive, isPostmasterCommand, isPostmasterOf, startTimeOf } from './process-facts.js';

it('tells the living from the dead', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const started = startTimeOf(child.pid!);
  expect([isAlive(process.pid), isAlive(child.pid!)]).toEqual([true, true]);
  expect(startTimeOf(child.pid!)).toBe(started);
  expect(isPostmasterOf(child.pid!, '/data')).toBe('no');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(child.pid!)).toBe(false);
  expect(startTimeOf(child.pid!)).toBe('');
});

it.each([
  ['/opt/x/bin/postgres -D /data/postgres/data', '/data/postgres/data', true],
  ['/opt/with space/bin/postgres -D /my data/postgres/data', '/my data/postgres/data', true],
  ['/opt/x/bin/postgres -D /data/postgres/data2', '/data/postgres/data', false],
  ['/opt/x/bin/postgres -D /other/data/postgres/data', '/data/postgres/data', false],
  ['vim -D /data/postgres/data', '/data/postgres/data', false],
])('%s serves %s: %s', (line, cluster, expected) => {
  expect(isPostmasterCommand(line, cluster)).toBe(expected);
});
