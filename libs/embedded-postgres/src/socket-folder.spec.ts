import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataFolderPaths } from './data-folder.js';
import { socketFolderFor } from './socket-folder.js';

it('keeps the socket in the data folder while its path fits', () => {
  expect(socketFolderFor(dataFolderPaths('/var/lib/inpage'))).toBe('/var/lib/inpage/postgres/run');
});

it('always finds a folder whose socket path fits, another one for another data folder', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }), (name) => {
      const folder = socketFolderFor(dataFolderPaths(`/${name}`));
      expect(Buffer.byteLength(`${folder}/.s.PGSQL.5432`)).toBeLessThan(104);
      expect(socketFolderFor(dataFolderPaths(`/${name}x`))).not.toBe(folder);
    }),
  );
});
