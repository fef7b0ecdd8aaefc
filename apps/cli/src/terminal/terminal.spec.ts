import { describe, expect, it } from 'vitest';
import { showsUnicode, wantsColours } from './terminal.js';

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
  ])('with %j and a terminal that can (%s): %s', (env, isAble, colours) => {
    expect(wantsColours(env, isAble)).toBe(colours);
  });
});

describe('characters beyond ASCII', () => {
  it.each<[string, NodeJS.Platform, boolean, Record<string, string>, boolean]>([
    ['a console of Windows', 'win32', true, {}, true],
    ['a pipe of Windows, whose code page nobody knows', 'win32', false, { LANG: 'en_US.UTF-8' }, false],
    ['a UTF-8 locale', 'linux', true, { LANG: 'de_DE.UTF-8' }, true],
    ['a pipe in a UTF-8 locale', 'darwin', false, { LC_CTYPE: 'utf8' }, true],
    ['LC_ALL, which goes before LANG', 'linux', true, { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, false],
    ['no locale at all', 'linux', true, {}, false],
  ])('on %s', (_, platform, isTty, env, shown) => expect(showsUnicode(env, platform, isTty)).toBe(shown));
});
