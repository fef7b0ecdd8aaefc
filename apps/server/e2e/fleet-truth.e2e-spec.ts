import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { startServer, type ServerProcess } from './harness/server-process.js';

const FLEETSIM = fileURLToPath(new URL('../../fleetsim/dist/main.js', import.meta.url));
const HOUR_MS = 3_600_000;

interface TrueStop {
  readonly computer: string;
  readonly at: string;
  readonly story: string | null;
  readonly cause: string;
  readonly group: {
    readonly family: string;
    readonly status: string | null;
    readonly model: string | null;
    readonly stack: string | null;
  };
}

interface FoundCrash {
  readonly machine: { readonly computer: string };
  readonly groupId: string;
  readonly stoppedAt: string;
  readonly cause: string;
  readonly status: { readonly code: string } | null;
}

interface FoundGroup {
  readonly family: string;
  readonly status: { readonly code: string } | null;
  readonly model: string | null;
  readonly driverStack: readonly string[] | null;
}

describe('a simulated fleet', () => {
  it('is understood: every stop is one crash in the group that the truth expects, and no crash is made up', async () => {
    const folder = temporaryFolder();
    const server = await startServer({ dataFolder: join(folder, 'data') });
    const truth = join(folder, 'truth.jsonl');
    const fleet = ['--machines', '200', '--days', '60', '--seed', '11', '--end', '2026-11-01T00:00:00Z'];
    await promisify(execFile)(process.execPath, [
      FLEETSIM,
      '--url',
      server.url,
      '--key',
      server.key,
      '--out',
      truth,
      ...fleet,
    ]);
    const stops = readStops(truth);
    expect(stops.length).toBeGreaterThan(50);

    const api = await signedIn(server);
    const crashes = await eventuallyAll(api, stops.length);
    const groups = new Map<string, FoundGroup>();
    for (const id of new Set(crashes.map(({ groupId }) => groupId)))
      groups.set(id, await api<FoundGroup>(`groups/${id}`));

    const unmatched = [...crashes];
    for (const stop of stops) {
      const at = unmatched.findIndex((crash) => isOf(crash, stop));
      expect(at, `no crash for ${JSON.stringify(stop)}`).toBeGreaterThanOrEqual(0);
      const [crash] = unmatched.splice(at, 1);
      expect(partsOf(groups.get(crash!.groupId)!), JSON.stringify(stop)).toEqual(stop.group);
    }
    expect(unmatched).toEqual([]);
  });

  it('has its dying disks and its leaking driver named as what they are', async () => {
    const folder = temporaryFolder();
    const server = await startServer({ dataFolder: join(folder, 'data') });
    const truth = join(folder, 'truth.jsonl');
    const fleet = [
      '--machines',
      '120',
      '--days',
      '60',
      '--seed',
      '5',
      '--end',
      '2026-11-01T00:00:00Z',
      '--stories',
      'dying-disks,pool-leak',
    ];
    await promisify(execFile)(process.execPath, [
      FLEETSIM,
      '--url',
      server.url,
      '--key',
      server.key,
      '--out',
      truth,
      ...fleet,
    ]);
    const stops = readStops(truth).filter(({ story, group }) => story !== null && group.status !== null);
    expect(stops.length).toBeGreaterThan(5);

    const api = await signedIn(server);
    const crashes = await eventuallyAll(api, readStops(truth).length);
    const judged = stops.map((stop) => crashes.find((crash) => isOf(crash, stop) && crash.status !== null)?.cause);
    expect(judged).toEqual(stops.map(({ cause }) => cause));
  });
});

const readStops = (file: string): TrueStop[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"type":"stop"'))
    .map((line) => JSON.parse(line) as TrueStop);

/** The boot may be hours after the stop, when only the boot is known. */
const isOf = (crash: FoundCrash, stop: TrueStop): boolean =>
  crash.machine.computer === stop.computer.toLowerCase() &&
  Math.abs(Date.parse(crash.stoppedAt) - Date.parse(stop.at)) < HOUR_MS &&
  (crash.status?.code ?? null) === stop.group.status;

const partsOf = ({ family, status, model, driverStack }: FoundGroup): TrueStop['group'] => ({
  family,
  status: status?.code ?? null,
  model: model?.toLowerCase() ?? null,
  stack: driverStack?.join(' > ') ?? null,
});

type Api = <T>(path: string) => Promise<T>;

async function signedIn(server: ServerProcess): Promise<Api> {
  const email = /sign in as +(\S+)/.exec(server.output)![1];
  const password = /password +(\S+)/.exec(server.output)![1];
  const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ');
  return async <T>(path: string) => (await fetch(`${server.url}/api/v1/${path}`, { headers: { cookie } })).json() as T;
}

/** All crashes, once there are as many as expected; the last look tells how many there were when they never came. */
async function eventuallyAll(api: Api, expected: number): Promise<FoundCrash[]> {
  for (let look = 0; ; look++) {
    const crashes = await allCrashes(api);
    if (crashes.length >= expected || look === 60) return crashes;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function allCrashes(api: Api): Promise<FoundCrash[]> {
  const crashes: FoundCrash[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const after: string = cursor && `&cursor=${cursor}`;
    const page: { items: FoundCrash[]; nextCursor: string | null } = await api(
      `crashes?from=2026-01-01&to=2027-01-01&limit=500${after}`,
    );
    crashes.push(...page.items);
    cursor = page.nextCursor;
  }
  return crashes;
}
