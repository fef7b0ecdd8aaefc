import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../apps/server/dist/main.js', import.meta.url));

/** The whole product as `npm start` runs it, signed in as its administrator. */
export interface Product {
  readonly url: string;
  readonly enrolmentKey: string;
  /** GET under /api/v1; the answer's body, read to its end. */
  get<T>(path: string): Promise<{ status: number; body: T }>;
  stop(): Promise<void>;
}

export async function startProduct(env: Readonly<Record<string, string>>): Promise<Product> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, INPAGE_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await banner(child);
  const find = (what: RegExp) => what.exec(said)?.[1] ?? '';
  const url = find(/running at +(\S+)/);
  const cookie = await signIn(url, find(/sign in as +(\S+)/), find(/password +(\S+)/));
  return {
    url,
    enrolmentKey: find(/enrolment key +(\S+)/),
    async get<T>(path: string) {
      const answer = await fetch(`${url}/api/v1/${path}`, { headers: { cookie } });
      return { status: answer.status, body: (await answer.json()) as T };
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function banner(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += String(chunk);
    if (said.includes('Stop with Ctrl-C')) break;
  }
  child.stdout!.resume();
  return said;
}

async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Signing in failed: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
}
