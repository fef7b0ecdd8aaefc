import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { pinned } from './pin.js';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts a Node program of its own on a core; `ready` resolves with the first line that matches. */
export class Child {
  readonly process: ChildProcess;
  #output = '';

  constructor(cpu: number, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const [command, ...rest] = pinned(cpu, [process.execPath, ...args]);
    this.process = spawn(command!, rest, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.process.stdout!, this.process.stderr!]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (this.#output = (this.#output + chunk).slice(-65_536)));
    }
    const killWithUs = () => this.process.kill('SIGKILL');
    process.once('exit', killWithUs);
    this.process.once('exit', () => process.removeListener('exit', killWithUs));
  }

  get pid(): number {
    return this.process.pid!;
  }

  /** @throws Error with what the program wrote, when it ends before it is ready. */
  async ready(line: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = line.exec(this.#output);
      if (found) return found;
      if (this.process.exitCode !== null) throw new Error(`The program ended:\n${this.#output}`);
      await Promise.race([
        once(this.process.stdout!, 'data'),
        once(this.process.stderr!, 'data'),
        once(this.process, 'exit'),
      ]);
    }
  }

  async message<T>(): Promise<T> {
    const gone = once(this.process, 'exit').then(() =>
      Promise.reject(new Error(`The program ended:\n${this.#output}`)),
    );
    gone.catch(() => {});
    return ((await Promise.race([once(this.process, 'message'), gone])) as [T])[0];
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const left = once(this.process, 'exit');
    this.process.kill('SIGTERM');
    await left;
  }
}
