import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withProgress } from './progress.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const lasting = (ms: number) => () => new Promise<string>((resolve) => setTimeout(resolve, ms, 'done'));

it('is silent about what is done within two seconds', async () => {
  const told: string[] = [];
  const work = withProgress('Working', (sentence) => told.push(sentence), lasting(1_900));
  await vi.advanceTimersByTimeAsync(20_000);
  expect([await work, told]).toEqual(['done', []]);
});

it('tells after two seconds, then every five, and stops when the work fails', async () => {
  const told: string[] = [];
  const failing = () => lasting(13_000)().then(() => Promise.reject(new Error('broken')));
  const work = withProgress('Working', (sentence) => told.push(sentence), failing).catch(
    (error: Error) => error.message,
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect([await work, told]).toEqual(['broken', ['Working … 2 s', 'Working … 7 s', 'Working … 12 s']]);
});
