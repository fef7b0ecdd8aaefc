import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));
const PATIENCE_MS = 180_000;

/** Vitest's global set-up of the page tests: the built server with its simulated fleet, as `npm run demo` starts it. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'inpage-web-e2e-'));
  const server = spawn(process.execPath, [MAIN, '--demo'], {
    env: { ...process.env, INPAGE_DATA: folder, INPAGE_PORT: '0', DATABASE_URL: '', REDIS_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await saidUntil(server, /The simulated fleet has sent/);
  process.env.INPAGE_E2E_URL = found(said, /running at\s+(\S+)/);
  process.env.INPAGE_E2E_EMAIL = found(said, /sign in as\s+(\S+)/);
  process.env.INPAGE_E2E_PASSWORD = found(said, /password\s+(\S+)/);
  await digested(process.env.INPAGE_E2E_URL, process.env.INPAGE_E2E_EMAIL, process.env.INPAGE_E2E_PASSWORD);
  return async () => {
    await stopped(server);
    rmSync(folder, { recursive: true, force: true });
  };
}

function saidUntil(server: ChildProcess, sign: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`The server did not get ready:\n${said}`)), PATIENCE_MS);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!sign.test(said)) return;
      clearTimeout(late);
      resolve(said);
    };
    server.stdout!.on('data', hear);
    server.stderr!.on('data', hear);
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

function found(said: string, what: RegExp): string {
  const match = what.exec(said)?.[1];
  if (match === undefined) throw new Error(`The server did not say ${what}:\n${said}`);
  return match;
}

/** Until nothing waits any more, as the overview says. */
async function digested(url: string, email: string, password: string): Promise<void> {
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  const end = Date.now() + PATIENCE_MS;
  for (let pending = 1; pending > 0;) {
    if (Date.now() > end) throw new Error('The fleet was not digested in time.');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const overview = (await (await fetch(`${url}/api/v1/overview`, { headers: { cookie } })).json()) as {
      freshness: { pendingChunks: number };
    };
    pending = overview.freshness.pendingChunks;
  }
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}
