import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataFolderError } from './data-folder-error.js';
import { isAlive, startTimeOf } from './process-facts.js';

interface Holder {
  readonly pid: number;
  readonly startedAt: string;
  readonly token: string;
}

/** How long a fresh lock is doubted: the moment in which a rival that judged the same dead lock could put it aside. */
const DOUBT_MS = 20;

/**
 * The right to use a data folder, as a file with the process id and start time of its holder. The lock of a dead process
 * is taken over. It does not see processes of another container or another machine: share no data folder between those.
 */
export class FolderLock {
  private constructor(
    private readonly path: string,
    private readonly token: string,
  ) {}

  /** Takes the lock or throws `in-use` with the process that has it. */
  static async take(path: string, folder: string): Promise<FolderLock> {
    const token = randomUUID();
    const mine: Holder = { pid: process.pid, startedAt: startTimeOf(process.pid), token };
    const draft = `${path}.${token}`;
    writeFileSync(draft, JSON.stringify(mine), { flag: 'wx', mode: 0o644 });
    try {
      await take(draft, path, folder);
    } finally {
      rmSync(draft, { force: true });
    }
    if (readHolder(path)?.token !== token) throw inUse(folder, readHolder(path));
    return new FolderLock(path, token);
  }

  release(): void {
    if (readHolder(this.path)?.token === this.token) rmSync(this.path, { force: true });
  }
}

async function take(draft: string, path: string, folder: string): Promise<void> {
  for (let attempt = 0; !linked(draft, path); attempt++) {
    const holder = readHolder(path);
    if (attempt === 3 || (holder && holds(holder))) throw inUse(folder, holder);
    putAside(path, holder, `${draft}.dead`);
    await sleep(0);
  }
  await sleep(DOUBT_MS);
}

/** Removes a dead lock; when a rival replaced it a moment ago, his goes back where it was. */
function putAside(path: string, judged: Holder | undefined, aside: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readHolder(aside)?.token !== judged?.token) linked(aside, path);
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const holds = (holder: Holder): boolean => isAlive(holder.pid) && startTimeOf(holder.pid) === holder.startedAt;

function readHolder(path: string): Holder | undefined {
  try {
    const { pid, startedAt, token } = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0
      ? { pid, startedAt: String(startedAt), token: String(token) }
      : undefined;
  } catch {
    return undefined;
  }
}

const inUse = (folder: string, holder: Holder | undefined): DataFolderError =>
  new DataFolderError(
    'in-use',
    `The data folder ${folder} is in use by process ${holder?.pid ?? 'unknown'}. ` +
      'Stop that Inpage first, or set INPAGE_DATA to another folder.',
  );
