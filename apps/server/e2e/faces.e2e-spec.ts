import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { startServer } from './harness/server-process.js';

interface Asked {
  readonly status: number;
  readonly type: string | null;
  readonly code?: string;
}

describe('addresses, as a stranger', () => {
  it('answer with health, the sign-in page and problems, and with nothing else', async () => {
    const { url } = await startServer({ dataFolder: join(temporaryFolder(), 'data') });
    const ask = async (path: string, init?: RequestInit): Promise<Asked> => {
      const answer = await fetch(`${url}${path}`, init);
      const type = answer.headers.get('content-type')!.split(';', 1)[0]!;
      const { code } = type.endsWith('json') ? ((await answer.json()) as { code?: string }) : {};
      return { status: answer.status, type, code };
    };
    const problem = (status: number, code: string): Asked => ({ status, type: 'application/problem+json', code });

    expect(await ask('/health/live')).toMatchObject({ status: 200 });
    expect(await ask('/health/ready')).toMatchObject({ status: 200 });
    expect(await ask('/')).toMatchObject({ status: 200, type: 'text/html' });
    expect(await ask('/groups/of/whatever')).toMatchObject({ status: 200, type: 'text/html' });
    expect(await ask('/problems/body-empty')).toMatchObject({ status: 200, type: 'text/plain' });
    expect(await ask('/metrics')).toEqual(problem(401, 'credential-missing'));
    expect(await ask('/api/openapi.json')).toEqual(problem(401, 'credential-missing'));
    expect(await ask('/api/v1/groups')).toEqual(problem(401, 'credential-missing'));
    expect(await ask('/v1/records', { method: 'POST', body: '{}' })).toEqual(problem(401, 'credential-missing'));
    expect(await ask('/v1/enrol', { method: 'POST', body: '{}' })).toEqual(problem(401, 'credential-missing'));
    expect(await ask('/v1/nothing')).toEqual(problem(404, 'route-not-found'));
    expect(await ask('/%zz')).toEqual(problem(400, 'request-invalid'));
  });
});
