import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterwards, temporaryFolder } from './afterwards.js';
import { eventually, isAlive, signal } from './process-life.js';
import { idsOf } from './unprivileged.js';

const PROGRAMS = '/usr/lib/postgresql/15/bin';
export const hasDebianPostgres = existsSync(join(PROGRAMS, 'postgres'));

/** PostgreSQL as Debian 12 packages it, on a socket of its own. Returns its DATABASE_URL. */
export async function startDebianPostgres(): Promise<string> {
  const folder = join(temporaryFolder(), 'debian');
  mkdirSync(folder);
  const user = idsOf('postgres');
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid!);
  const data = join(folder, 'data');
  execFileSync(join(PROGRAMS, 'initdb'), ['-D', data, '-U', 'inpage', '-A', 'trust', '-E', 'UTF8', '-N'], {
    ...user,
    cwd: folder,
  });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting]);
  const server = spawn(join(PROGRAMS, 'postgres'), ['-D', data, ...settings], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  afterwards(async () => {
    signal(server.pid!, 'SIGQUIT');
    await eventually('PostgreSQL has ended', () => !isAlive(server.pid!));
  });
  const createDatabase = () =>
    execFileSync(join(PROGRAMS, 'createdb'), ['-h', folder, '-U', 'inpage', 'inpage'], { stdio: 'pipe' });
  await eventually('the database is made', () => succeeds(createDatabase));
  return `postgres://inpage@${encodeURIComponent(folder)}/inpage`;
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
