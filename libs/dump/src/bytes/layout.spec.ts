import { describe, expect, it } from 'vitest';
import { ByteView } from './byte-view.js';
import { layout, p32, u32, u64, unlessFiller } from './layout.js';

const read = layout({ first: [0, unlessFiller(u32)], wide: [4, unlessFiller(u64)], pointer: [12, unlessFiller(p32)] });
const bytes = (text: string) => new ByteView(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));

describe('layout', () => {
  it('reads each field at its offset, from where it is laid', () => {
    expect(read(bytes('..\x01\0\0\0\x02\0\0\0\0\0\0\0\xff\xff\xff\xff'), 2)).toEqual({
      first: 1,
      wide: 2n,
      pointer: 0xffff_ffffn,
    });
  });

  it('takes the letters PAGE for a field that was never set', () => {
    expect(read(bytes('PAGEPAGEPAGEPAGE'))).toEqual({ first: undefined, wide: undefined, pointer: undefined });
  });

  it('keeps what only begins like them', () => {
    expect(read(bytes('PAGFPAGEPAGFPAGF'))).toEqual({
      first: 0x46474150,
      wide: 0x4647415045474150n,
      pointer: 0x46474150n,
    });
  });

  it('leaves out what lies behind the end', () => {
    expect(read(bytes('\x01\0\0\0..'))).toEqual({ first: 1, wide: undefined, pointer: undefined });
  });
});
