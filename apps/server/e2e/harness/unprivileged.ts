import { execFileSync } from 'node:child_process';

const id = (flag: string, user: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));

export const isRoot = process.getuid?.() === 0;

/** The ids of a user without rights for processes that must not be root's; nothing when this process is not root either. */
export const idsOf = (user: string): { uid?: number; gid?: number } =>
  isRoot ? { uid: id('-u', user), gid: id('-g', user) } : {};
