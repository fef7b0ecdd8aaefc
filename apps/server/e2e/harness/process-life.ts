import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A zombie does not run. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Asks `claim` until it holds; says what did not come true when it never does. */
export async function eventually(what: string, claim: () => unknown, withinMs = 20_000): Promise<void> {
  for (const until = Date.now() + withinMs; !(await claim()); await sleep(25)) {
    if (Date.now() > until) throw new Error(`Not within ${withinMs} ms: ${what}`);
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Kills without a word, and waits until it is over. */
export async function kill(pid: number): Promise<void> {
  signal(pid, 'SIGKILL');
  await eventually(`process ${pid} has ended`, () => !isAlive(pid));
}
