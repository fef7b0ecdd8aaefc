import { randomUUID } from 'node:crypto';
import { Child } from '../measure/child.js';
import { SERVER_CPU } from '../measure/pin.js';
import { COMPUTERS } from './shapes.js';

export interface ServerUnderTest {
  readonly child: Child;
  readonly port: number;
  /** Of the enrolled machines. */
  readonly secrets: readonly string[];
  readonly enrolmentKey: string;
}

const LISTENING = /running at\s+http:\/\/[\w.]+:(\d+)/;

/** The real server process with the role `ingest`, and a fleet that enrolled through its door. */
export async function startIngest(databaseUrl: string, node: readonly string[]): Promise<ServerUnderTest> {
  const env = { DATABASE_URL: databaseUrl, INPAGE_ROLES: 'ingest', INPAGE_PORT: '0', INPAGE_LOG_LEVEL: 'warn' };
  const child = new Child(SERVER_CPU, [...node, 'apps/server/dist/main.js'], env);
  const port = Number((await child.ready(LISTENING))[1]);
  const enrolmentKey = (await child.ready(/enrolment key\s+(ike_[\w-]+)/))[1]!;
  const secrets: string[] = [];
  for (const computer of COMPUTERS) secrets.push(await enrol(port, enrolmentKey, computer));
  return { child, port, secrets, enrolmentKey };
}

export async function startBareFastify(): Promise<{ child: Child; port: number }> {
  const child = new Child(SERVER_CPU, ['bench/dist/ingest/bare-fastify.js']);
  return { child, port: Number((await child.ready(LISTENING))[1]) };
}

async function enrol(port: number, key: string, computer: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/enrol`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ computer, machineGuid: randomUUID() }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return ((await response.json()) as { secret: string }).secret;
}
