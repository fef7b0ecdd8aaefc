import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { afterwards, temporaryFolder } from './afterwards.js';
import { eventually, kill } from './process-life.js';

const PROGRAM = '/usr/bin/redis-server';
export const hasRedis = existsSync(PROGRAM);

/** A Redis that keeps nothing: killed, it comes back empty. */
export class Redis {
  #server: ChildProcess | undefined;
  readonly #folder = temporaryFolder();

  constructor(readonly port: number) {
    afterwards(() => this.kill());
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.#server = spawn(PROGRAM, settings, { cwd: this.#folder, stdio: 'ignore' });
    await eventually('Redis answers', () =>
      this.tell('PING').then(
        (answer) => answer.startsWith('+PONG'),
        () => false,
      ),
    );
    return this;
  }

  async kill(): Promise<void> {
    if (this.#server?.pid) await kill(this.#server.pid);
  }

  /** An inline command of the Redis protocol; resolves to the raw answer. */
  tell(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`${command}\r\n`));
      socket.setEncoding('utf8').once('error', reject);
      socket.once('data', (answer) => {
        socket.destroy();
        resolve(String(answer));
      });
    });
  }
}
