import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withProgress } from './progress.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param {number} ms @param {boolean} isTTY */
async function shownDuring(ms, isTTY) {
  let shown = '';
  const work = withProgress('Installing', () => new Promise((resolve) => setTimeout(resolve, ms)), {
    isTTY,
    write: (text) => (shown += text),
  });
  await vi.advanceTimersByTimeAsync(ms);
  await work;
  return shown;
}

it('shows nothing for two seconds', async () => expect(await shownDuring(1_999, true)).toBe(''));

it('counts in one line on a terminal', async () => {
  expect(await shownDuring(3_500, true)).toBe(
    '\r\x1b[KInstalling … 2 s\r\x1b[KInstalling … 3 s\r\x1b[KInstalling … 4 s\n',
  );
});

it('writes a line every ten seconds elsewhere', async () => {
  expect(await shownDuring(15_000, false)).toBe('Installing … 2 s\nInstalling … 12 s\nInstalling: 15 s\n');
});
