import { describe, expect, it, vi } from 'vitest';
import type { Caller } from './caller.js';
import { CALLER_MEMORY_MS, RememberedCallers } from './remembered-callers.js';

const alice: Caller = { kind: 'person', id: 'alice', email: 'alice@example.com' };

describe('remembered callers', () => {
  it('are asked for once in five seconds', async () => {
    const ask = vi.fn(async () => alice);
    const callers = new RememberedCallers();
    for (const ms of [0, 1, CALLER_MEMORY_MS - 1]) expect(await callers.of('cookie', ask, ms)).toBe(alice);
    expect(ask).toHaveBeenCalledTimes(1);
    await callers.of('cookie', ask, CALLER_MEMORY_MS);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('are not mixed up', async () => {
    const callers = new RememberedCallers();
    await callers.of('a', async () => alice);
    expect(await callers.of('b', async () => ({ kind: 'token', credentialId: '1' }))).toMatchObject({ kind: 'token' });
  });

  it('are forgotten on request, and refusals at once', async () => {
    const callers = new RememberedCallers();
    await callers.of('cookie', async () => alice);
    callers.forget();
    await expect(callers.of('cookie', () => Promise.reject(new Error('signed out')))).rejects.toThrow('signed out');
    expect(await callers.of('cookie', async () => alice)).toBe(alice);
  });
});
