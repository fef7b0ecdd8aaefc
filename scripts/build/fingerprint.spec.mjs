import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

/** @type {string} */
let root;
const write = (path, text = 'x') => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
  utimesSync(join(root, path), 1, 1);
};
const taken = () => fingerprint(root, ['libs', 'package.json']);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'inpage-fingerprint-'));
  write('libs/core/src/a.ts');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a fingerprint', () => {
  it.each([
    ['a file is added', () => write('libs/core/src/b.ts')],
    ['a file grows', () => write('libs/core/src/a.ts', 'xy')],
    ['a file is saved again', () => utimesSync(join(root, 'libs/core/src/a.ts'), 2, 2)],
    ['a file is renamed', () => renameSync(join(root, 'libs/core/src/a.ts'), join(root, 'libs/core/src/c.ts'))],
    ['a file is removed', () => rmSync(join(root, 'libs/core/src/a.ts'))],
    ['an absent path appears', () => write('package.json')],
  ])('changes when %s', (_, change) => {
    const before = taken();
    change();
    expect(taken()).not.toBe(before);
  });

  it.each([
    'libs/core/dist/a.js',
    'libs/core/node_modules/x/index.ts',
    'libs/core/src/a.spec.ts',
    'libs/core/src/a.int-spec.ts',
    'libs/core/src/.a.ts.swp',
  ])('does not look at %s', (path) => {
    const before = taken();
    write(path);
    expect(taken()).toBe(before);
  });
});
