import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFailed } from 'vitest';
import { afterwards } from './afterwards.js';
import { endPostmaster, postmasterOf } from './postmaster.js';
import { eventually, kill } from './process-life.js';

/** The built server. */
export const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface ServerOptions {
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  /** A process group of its own, so that it can be signalled as a terminal does it: with all its children. */
  readonly ownGroup?: boolean;
}

/** A server as an operator has it: a process, what it says, and signals. */
export class ServerProcess {
  output = '';
  readonly #closed: Promise<unknown>;

  constructor(
    private readonly child: ChildProcess,
    readonly dataFolder: string,
  ) {
    this.#closed = once(child, 'close');
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  get pid(): number {
    return this.child.pid!;
  }

  get url(): string {
    return this.#said(/running at +(\S+)/);
  }

  get key(): string {
    return this.#said(/enrolment key +(ike_\S+)/);
  }

  get postmaster(): number {
    const pid = postmasterOf(this.dataFolder);
    if (pid === undefined) throw new Error('there is no PostgreSQL in this folder');
    return pid;
  }

  get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Ready for traffic, or ended. */
  async started(): Promise<this> {
    await eventually('the server tells its address', () => this.ended || /running at/.test(this.output), 60_000);
    if (!this.ended) return this;
    throw new Error(`The server ended instead of starting, with ${await this.exitCode()}:\n${this.output}`);
  }

  /** The exit code, once everything it said is here. */
  async exitCode(): Promise<number | null> {
    await this.#closed;
    return this.child.exitCode;
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Kills the server and nothing else: its database goes on without it. */
  async kill(): Promise<void> {
    await kill(this.pid);
  }

  async stop(): Promise<number | null> {
    this.signal('SIGINT');
    return this.exitCode();
  }

  #said(pattern: RegExp): string {
    const found = pattern.exec(this.output)?.[1];
    if (found === undefined) throw new Error(`The server did not say ${String(pattern)}:\n${this.output}`);
    return found;
  }
}

/** Starts a server process on a free port, from what was built. It and its database are gone after the test. */
export function spawnServer({ dataFolder, env, uid, gid, ownGroup }: ServerOptions): ServerProcess {
  const child = spawn(process.execPath, [MAIN], {
    ...{ uid, gid, detached: ownGroup, cwd: dirname(dataFolder), stdio: ['ignore', 'pipe', 'pipe'] },
    env: { PATH: process.env['PATH'], HOME: dirname(dataFolder), INPAGE_DATA: dataFolder, INPAGE_PORT: '0', ...env },
  });
  const server = new ServerProcess(child, dataFolder);
  onTestFailed(() => console.error(`Process ${server.pid} said:\n${server.output}`));
  afterwards(async () => {
    await server.kill();
    await endPostmaster(dataFolder);
  });
  return server;
}

export const startServer = (options: ServerOptions): Promise<ServerProcess> => spawnServer(options).started();

/** A port that was free a moment ago, for whoever has to come back to the same one. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
