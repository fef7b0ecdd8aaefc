import { expect, it } from 'vitest';
import { defaultDataFolder } from './default-data-folder.js';

it.each([
  ['linux', true, { HOME: '/root' }, '/var/lib/inpage'],
  ['linux', false, { HOME: '/home/alice' }, '/home/alice/.local/share/inpage'],
  ['linux', false, { HOME: '/home/alice', XDG_DATA_HOME: '/srv/alice' }, '/srv/alice/inpage'],
  ['linux', false, { HOME: '/home/alice', XDG_DATA_HOME: '' }, '/home/alice/.local/share/inpage'],
  ['darwin', false, { HOME: '/Users/alice' }, '/Users/alice/Library/Application Support/inpage'],
  ['win32', false, { LOCALAPPDATA: 'C:\\Users\\alice\\AppData\\Local' }, 'C:\\Users\\alice\\AppData\\Local\\inpage'],
  ['win32', false, { USERPROFILE: 'C:\\Users\\alice' }, 'C:\\Users\\alice\\AppData\\Local\\inpage'],
] as const)('the data folder on %s (root: %s) with %o is %s', (platform, isRoot, env, folder) => {
  expect(defaultDataFolder(env, platform, isRoot)).toBe(folder);
});
