import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Does this process run? A zombie does not: nobody may ever come to collect it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !/^[ZX]$/.test(statFields(pid)[0] ?? '');
}

/**
 * When a process started, in a spelling that only serves to compare: process ids are given again, a pair of id and start
 * time is not. Empty where the platform does not tell.
 */
export function startTimeOf(pid: number): string {
  const ticks = statFields(pid)[19];
  if (ticks !== undefined) return `${bootId()}:${ticks}`;
  return process.platform === 'darwin' ? ps('lstart', pid) : '';
}

/** Is this living process the postmaster of the cluster? Its command line is world-readable even in a container. */
export function isPostmasterOf(pid: number, cluster: string): 'yes' | 'no' | 'unknown' {
  const line = commandLine(pid);
  if (line === '') return 'unknown';
  return isPostmasterCommand(line, cluster) ? 'yes' : 'no';
}

/** True for the command line that we start a postmaster with, wherever its binary lies. */
export const isPostmasterCommand = (line: string, cluster: string): boolean => line.endsWith(`/postgres -D ${cluster}`);

function commandLine(pid: number): string {
  if (process.platform === 'linux') return readOr(`/proc/${pid}/cmdline`, '').split('\0').filter(Boolean).join(' ');
  return process.platform === 'darwin' ? ps('command', pid) : '';
}

/** The fields of /proc/pid/stat from the third (state) on; the second may itself contain spaces and parentheses. */
function statFields(pid: number): string[] {
  const stat = process.platform === 'linux' ? readOr(`/proc/${pid}/stat`, '') : '';
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const bootId = (): string => readOr('/proc/sys/kernel/random/boot_id', '').trim();

function ps(column: string, pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}
