import { expect, it } from 'vitest';
import { asDataFolderError, DataFolderError } from './data-folder-error.js';

const errno = (code: string) => Object.assign(new Error(`${code}: refused, mkdir '/data/x'`), { code });

it.each([
  ['ENOSPC', 'disk-full', 'is full'],
  ['EDQUOT', 'disk-full', 'is full'],
  ['EACCES', 'not-writable', 'as the user that owns the folder'],
  ['EROFS', 'not-writable', 'EROFS: refused'],
  ['ENOTDIR', 'not-writable', 'is a file'],
  ['EIO', 'start-failed', 'EIO: refused'],
])('%s becomes %s and says what to do', (code, expected, words) => {
  const error = asDataFolderError(errno(code), '/data');
  expect(error).toMatchObject({ code: expected, cause: { code } });
  expect(error.message).toContain('/data');
  expect(error.message).toContain(words);
});

it('leaves an error alone that has its code', () => {
  const error = new DataFolderError('foreign', 'not ours');
  expect(asDataFolderError(error, '/data')).toBe(error);
});
