import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureInstalled, isRecordOf } from './ensure-installed.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'libs/core': { version: '0.1.0' },
    'node_modules/@inpage/core': { resolved: 'libs/core', link: true },
    'node_modules/pg': { version: '8.23.1', resolved: 'https://r/pg.tgz', integrity: 'sha512-a' },
    'node_modules/fsevents': { version: '2.0.0', optional: true },
  },
};
const { 'node_modules/fsevents': _optional, '': _root, ...installed } = lock.packages;

describe('isRecordOf', () => {
  it('takes an install without the packages of other platforms for complete', () => {
    expect(isRecordOf({ packages: installed }, lock)).toBe(true);
  });

  it('misses a package', () => {
    const { 'node_modules/pg': _, ...rest } = installed;
    expect(isRecordOf({ packages: rest }, lock)).toBe(false);
  });

  it('sees another version and other bytes of the same version', () => {
    const withPg = (change) => ({
      packages: { ...installed, 'node_modules/pg': { ...installed['node_modules/pg'], ...change } },
    });
    expect(isRecordOf(withPg({ version: '8.23.0' }), lock)).toBe(false);
    expect(isRecordOf(withPg({ integrity: 'sha512-b' }), lock)).toBe(false);
    expect(isRecordOf(withPg({}), lock)).toBe(true);
  });

  it('is not content with an empty record', () => expect(isRecordOf({}, lock)).toBe(false));
});

describe('ensureInstalled', () => {
  it('does nothing, within milliseconds, when npm has installed the lock already', async () => {
    const root = mkdtempSync(join(tmpdir(), 'inpage-install-'));
    mkdirSync(join(root, 'node_modules/pg'), { recursive: true });
    mkdirSync(join(root, 'node_modules/@inpage/core'), { recursive: true });
    mkdirSync(join(root, 'libs/core'), { recursive: true });
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
    const started = performance.now();
    await ensureInstalled(root);
    await ensureInstalled(root);
    expect(performance.now() - started).toBeLessThan(100);
    rmSync(root, { recursive: true });
  });
});
