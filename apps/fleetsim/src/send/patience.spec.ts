import { describe, expect, it } from 'vitest';
import type { Answer } from './http-post.js';
import { OutOfPatience, Patience, Refused, retryAfterMs } from './patience.js';

/** A clock that only waiting moves. */
function waiting(chance = 0) {
  const waits: number[] = [];
  let nowMs = 1_000_000;
  const patience = new Patience({
    attempts: 4,
    chance: () => chance,
    now: () => nowMs,
    wait: (ms) => {
      waits.push(ms);
      nowMs += ms;
      return Promise.resolve();
    },
  });
  return { patience, waits };
}

const answers = (...list: (Partial<Answer> | Error)[]) => {
  const left = [...list];
  return () => {
    const next = left.shift() ?? { status: 200 };
    return next instanceof Error ? Promise.reject(next) : Promise.resolve({ status: 200, text: '', ...next });
  };
};

describe('Patience', () => {
  it.each([429, 503])('waits as long as Retry-After says after %i, and never less', async (status) => {
    for (const chance of [0, 0.5, 1]) {
      const { patience, waits } = waiting(chance);
      await patience.insist(answers({ status, retryAfter: '3' }));
      expect(waits).toEqual([3000 * (1 + chance / 2)]);
    }
  });

  it('makes whoever comes next wait too', async () => {
    const { patience, waits } = waiting();
    const turnedAway = new Patience({ ...patience.options, attempts: 2 });
    const [first, second] = [answers({ status: 503, retryAfter: '5' }), answers()];
    const sent: string[] = [];
    const busy = turnedAway.insist(() => (sent.push('first'), first()));
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.all([busy, turnedAway.insist(() => (sent.push('second'), second()))]);
    expect(sent).toEqual(['first', 'first', 'second']);
    expect(waits).toEqual([5000]);
  });

  it.each([
    ['a broken connection', new Error('ECONNRESET')],
    ['a status 500', { status: 500 }],
    ['a Retry-After of 0', { status: 503, retryAfter: '0' }],
    ['a Retry-After that is nonsense', { status: 503, retryAfter: 'soon' }],
  ])('backs off further each time after %s', async (_, trouble) => {
    const { patience, waits } = waiting(1);
    await patience.insist(answers(trouble, trouble, trouble));
    expect(waits).toEqual([200, 400, 800]);
    expect(patience.retries).toBe(3);
  });

  it('gives up after so many attempts, and says why', async () => {
    const down = new Error('connect ECONNREFUSED');
    const trying = waiting().patience.insist(answers(down, down, down, down));
    await expect(trying).rejects.toThrow(new OutOfPatience('connect ECONNREFUSED', 4));
  });

  it.each([400, 401, 403, 413, 415, 422])('does not insist after %i', async (status) => {
    const { patience, waits } = waiting();
    const text = JSON.stringify({ code: 'some-code', detail: 'Some detail.' });
    const error = await patience.insist(answers({ status, text })).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Refused);
    expect((error as Error).message).toBe(`the server answered ${status} some-code: Some detail.`);
    expect(waits).toEqual([]);
  });

  it('keeps what a stranger answers short', async () => {
    const error = await waiting()
      .patience.insist(answers({ status: 404, text: 'x'.repeat(5000) }))
      .catch((e: unknown) => e);
    expect((error as Error).message.length).toBeLessThan(300);
  });

  it('stops waiting when it is told to', async () => {
    const stop = new AbortController();
    const patience = new Patience({ attempts: 9, signal: stop.signal });
    const insisting = patience.insist(answers({ status: 503, retryAfter: '60' }));
    setImmediate(() => stop.abort());
    await expect(insisting).rejects.toThrow('aborted');
  });
});

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    ['5', 5000],
    [' 5 ', 5000],
    ['99999', 120_000],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    [undefined, undefined],
  ])('reads %s as %s ms', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
});
