import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteView } from './byte-view.js';
import { ascii, fileName, utf16 } from './text.js';

describe('fileName', () => {
  it.each([
    [String.raw`\SystemRoot\System32\drivers\storport.sys`, 'storport.sys'],
    [String.raw`\??\C:\Users\alice\AppData\Local\Temp\x.sys`, 'x.sys'],
    ['C:/Users/alice/x.sys', 'x.sys'],
    ['ntoskrnl.exe', 'ntoskrnl.exe'],
    ['two words.sys', 'two words.sys'],
    ['Überprüfung.sys', 'Überprüfung.sys'],
    ['exe.\u202Esys', 'exe.sys'],
    ['bell\u0007.sys', 'bell.sys'],
    [String.raw`C:\Users\alice` + '\\', undefined],
    ['', undefined],
  ])('%j is %j', (path, name) => {
    expect(fileName(path)).toBe(name);
  });

  it('never lets a folder through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('\\', '/'), fc.string(), (folder, slash, file) => {
        expect(fileName(`${folder}${slash}${file}`)).toBe(fileName(file));
        expect(fileName(folder) ?? '').not.toMatch(/[\\/\p{Cc}]/u);
      }),
    );
  });
});

describe('the texts', () => {
  it('UTF-16 ends at its zero, at its length and at the end of the bytes', () => {
    const view = new ByteView(Buffer.from('abc\0def', 'utf16le'));
    expect([utf16(view, 0, 100), utf16(view, 0, 2), utf16(view, 8, 100), utf16(view, 99, 4)]).toEqual([
      'abc',
      'ab',
      'def',
      '',
    ]);
  });

  it('ASCII with a byte that nobody can print is no text', () => {
    expect(ascii(new ByteView(Buffer.from('System\0\x01')), 0, 15)).toBe('System');
    expect(ascii(new ByteView(Buffer.from('Sys\x01tem')), 0, 15)).toBeUndefined();
  });
});
