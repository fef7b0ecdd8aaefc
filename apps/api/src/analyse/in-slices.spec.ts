import { expect, it } from 'vitest';
import { inSlices } from './in-slices.js';

/** Works for as long as it takes until somebody else had a turn, or gives up. */
function* untilOthersHadATurn(turns: () => number): Generator<undefined, number, undefined> {
  const end = performance.now() + 5_000;
  while (turns() < 3 && performance.now() < end) yield;
  return turns();
}

it('lets others have their turns during a long computation, and answers what it comes to', async () => {
  let turns = 0;
  const other = (): void => {
    if (++turns < 3) setImmediate(other);
  };
  setImmediate(other);
  expect(await inSlices(untilOthersHadATurn(() => turns))).toBe(3);
});

it('hands on what the computation throws', async () => {
  // oxlint-disable-next-line require-yield -- it breaks before it comes to that
  const broken = function* (): Generator<undefined, number, undefined> {
    throw new Error('planted');
  };
  await expect(inSlices(broken())).rejects.toThrow('planted');
});
