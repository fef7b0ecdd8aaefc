import { expect, it } from 'vitest';
import { ByteView } from './byte-view.js';
import { guid } from './guid.js';

it('writes a GUID as Windows prints it', () => {
  const bytes = Buffer.from('1d4482da4271c14bb8440807c5a4b67f', 'hex');
  expect(guid(new ByteView(bytes), 0)).toBe('da82441d-7142-4bc1-b844-0807c5a4b67f');
  expect(guid(new ByteView(bytes), 1)).toBeUndefined();
});
