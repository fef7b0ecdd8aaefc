import { expect, it } from 'vitest';
import { canTraverse } from './database-user.js';

const user = { uid: 101, gid: 104, name: 'user postgres' };

it.each([
  ['his own folder by the owner bit', 101, 0, 0o700, true],
  ['not his own folder without it, whatever others may', 101, 0, 0o077, false],
  ['a folder of his group by the group bit', 0, 104, 0o710, true],
  ['not a folder of his group without it', 0, 104, 0o701, false],
  ['a stranger’s folder by the last bit', 0, 0, 0o711, true],
  ['not a closed folder of root', 0, 0, 0o700, false],
])('walks through %s', (_, uid, gid, mode, expected) => {
  expect(canTraverse({ uid, gid, mode: 0o040_000 | mode }, user)).toBe(expected);
});
