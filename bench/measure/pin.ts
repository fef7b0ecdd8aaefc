import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { treeOf } from './cpu-time.js';

/** The server under test has one core for itself; the database and the load share the other. */
export const SERVER_CPU = 0;
export const DATABASE_CPU = 1;

const canPin = process.platform === 'linux' && cpus().length >= 2;

/** Keeps a process, its threads and its children on one core. */
export function pin(pid: number, cpu: number): void {
  if (!canPin) return;
  for (const { pid: one } of treeOf(pid))
    execFileSync('taskset', ['-a', '-p', '-c', String(cpu), String(one)], { stdio: 'ignore' });
}

/** A command line that starts pinned. */
export const pinned = (cpu: number, command: readonly string[]): readonly string[] =>
  canPin ? ['taskset', '-c', String(cpu), ...command] : command;
