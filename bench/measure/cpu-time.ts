import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, which Linux fixes at 100 for what it tells user space. */
const TICK_MS = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ownMs: number;
  /** Of children that ended and were waited for. */
  readonly endedChildrenMs: number;
}

/** CPU time that a process has used so far, in ms. */
export const cpuMs = (pid: number): number => read(pid)?.ownMs ?? 0;

/** CPU time of a process and of all that it ever started, in ms. For PostgreSQL: of the whole server. */
export function treeCpuMs(root: number): number {
  const processes = treeOf(root);
  return processes.reduce((sum, { ownMs, endedChildrenMs }) => sum + ownMs + endedChildrenMs, 0);
}

/** The process ids of a process and its living children. PostgreSQL's children have none of their own. */
export const treeOf = (root: number): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)) ?? [])
    .filter(({ pid, parent }) => pid === root || parent === root);

function read(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent, user, system, childUser, childSystem] = [
      fields[1]!,
      fields[11]!,
      fields[12]!,
      fields[13]!,
      fields[14]!,
    ];
    return { pid, parent, ownMs: (user + system) * TICK_MS, endedChildrenMs: (childUser + childSystem) * TICK_MS };
  } catch {
    return undefined;
  }
}
