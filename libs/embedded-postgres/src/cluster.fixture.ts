import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach } from 'vitest';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './index.js';
import { startEmbeddedPostgres } from './index.js';
import { hasLeft } from './postmaster.js';

export const isRoot = process.getuid?.() === 0;
export const quiet = { info: () => undefined, warn: () => undefined };
const repository = fileURLToPath(new URL('../../..', import.meta.url));

const undo: (() => unknown)[] = [];
/** Runs after the test, last registered first. */
export const afterwards = (step: () => unknown): unknown => undo.push(step);
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

/** A folder of the test's own that everybody may walk through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inpage-pg-'));
  chmodSync(folder, 0o755);
  afterwards(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

export async function startIn(dataDir: string, more: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const running = await startEmbeddedPostgres({ dataDir, log: quiet, ...more });
  afterwards(() => running.stop());
  return running;
}

export async function ask<T = Record<string, unknown>>(
  running: { connectionString: string },
  text: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: running.connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as T[];
  } finally {
    await client.end();
  }
}

export interface Child {
  readonly process: ChildProcess;
  /** The one line it prints: where its server is, or the code of its refusal. */
  readonly told: { pid: number; connectionString: string; reattached: boolean; code?: string; message?: string };
  stop(): Promise<void>;
}

const PROGRAM = (module: string, dataDir: string) => `
  import { startEmbeddedPostgres } from ${JSON.stringify(module)};
  const log = { info() {}, warn() {} };
  try {
    const running = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log });
    const { pid, connectionString, reattached } = running;
    console.log(JSON.stringify({ pid, connectionString, reattached }));
    process.stdin.once('data', () => running.stop().then(() => process.exit(0)));
  } catch ({ code, message }) {
    console.log(JSON.stringify({ code, message }));
  }`;

/** Starts a server from another Node process, in a process group of its own. Needs `buildForChildren` once. */
export function spawnLauncher(dataDir: string, ids: { uid?: number; gid?: number } = {}): ChildProcess {
  const module = new URL('../dist/index.js', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM(module, dataDir)], {
    ...ids,
    cwd: repository,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    env: { PATH: process.env.PATH, HOME: dataDir },
  });
  afterwards(() => child.kill('SIGKILL'));
  return child;
}

export async function startInChild(dataDir: string, ids: { uid?: number; gid?: number } = {}): Promise<Child> {
  const child = spawnLauncher(dataDir, ids);
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  const told = JSON.parse(line) as Child['told'];
  if (told.pid) afterwards(() => endServer(told.pid));
  const stop = async () => {
    child.stdin!.write('stop\n');
    await once(child, 'exit');
  };
  return { process: child, told, stop };
}

/** Children run what is compiled, so it has to be what is tested. */
export const buildForChildren = (): unknown =>
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'libs/embedded-postgres'], {
    cwd: repository,
    stdio: 'inherit',
  });

export async function kill(pid: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  process.kill(pid, signal);
  await hasLeft(pid, 10_000);
}

async function endServer(pid: number): Promise<void> {
  if (await hasLeft(pid, 0)) return;
  await kill(pid, 'SIGQUIT');
}

/** What the start threw, for looking at. */
export async function refusalOf(start: Promise<unknown>): Promise<{ code?: string; message: string }> {
  try {
    await start;
  } catch (error) {
    return error as { code?: string; message: string };
  }
  return { message: 'it started' };
}
