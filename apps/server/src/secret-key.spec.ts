import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@inpage/platform';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { secretKey } from './secret-key.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inpage-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keyWith = (settings: Record<string, string> = {}) =>
  secretKey(loadConfig({ INPAGE_DATA: join(folder, 'data'), ...settings }));

describe('the secret key', () => {
  it('is made once, and kept for its owner only', () => {
    const key = keyWith();
    expect(key).toHaveLength(32);
    expect(keyWith()).toEqual(key);
    const file = join(folder, 'data', 'secret-key');
    expect(readFileSync(file, 'utf8')).toBe(`${key.toString('hex')}\n`);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.each(['hex', 'base64', 'base64url'] as const)('is the configured one, in %s', (encoding) => {
    const key = Buffer.from('00ff10fb'.repeat(8), 'hex');
    expect(keyWith({ INPAGE_SECRET_KEY: key.toString(encoding) })).toEqual(key);
  });

  it('is refused at the start when it is too short', () => {
    expect(() => keyWith({ INPAGE_SECRET_KEY: 'secret' })).toThrow(/INPAGE_SECRET_KEY/);
  });
});
