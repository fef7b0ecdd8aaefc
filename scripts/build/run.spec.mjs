import { describe, expect, it } from 'vitest';
import { mustSucceed, run, runNode, shortened } from './run.mjs';

describe('run', () => {
  it('keeps both channels and the exit code', async () => {
    const outcome = await runNode(['-e', 'console.log("out"); console.error("err"); process.exitCode = 3']);
    expect(outcome.code).toBe(3);
    expect(outcome.output.split('\n').sort()).toEqual(['', 'err', 'out']);
  });

  it('counts a program that is killed or not there as failed', async () => {
    expect((await runNode(['-e', 'process.kill(process.pid, "SIGKILL")'])).code).toBe(128);
    expect(await run('no-such-program', [])).toEqual({ code: 127, output: expect.stringContaining('no-such-program') });
  });
});

it('says what failed, and how', () => {
  expect(() => mustSucceed('npm ci', { code: 1, output: 'no network\n' })).toThrow(
    'npm ci failed (exit code 1):\nno network',
  );
  expect(() => mustSucceed('npm ci', { code: 0, output: '' })).not.toThrow();
});

it('shows the beginning and the end of what is long', () => {
  expect(shortened('1\n2\n3\n4\n5\n6\n', 2)).toBe('1\n2\n… 2 lines …\n5\n6');
  expect(shortened('1\n2\n3\n4', 2)).toBe('1\n2\n3\n4');
});
