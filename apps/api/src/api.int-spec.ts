import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUnderTest, PUBLIC_URL, type ApiUnderTest } from './api-under-test.fixture.js';
import { IDS } from './fleet.fixture.js';
import { openApiDocument } from './openapi/document.js';
import { API_ROUTES, INGEST_ROUTES, type ApiRouteId } from './routes/route-table.js';
import type { Route } from './routes/route.js';

let api: ApiUnderTest;
let token: string;
beforeAll(async () => {
  api = await apiUnderTest();
  token = await api.secretOf('api');
});
afterAll(() => api.stop());

/** What stands for `:id` and `:file`, and what is sent, so that each route has something to answer. */
const PARAMETERS: Partial<Record<ApiRouteId, string>> = {
  getGroup: IDS.group(1),
  listGroupCrashes: IDS.group(1),
  listGroupMachines: IDS.group(1),
  listGroupDisks: IDS.group(1),
  getGroupSeries: IDS.group(1),
  getCrash: IDS.crash(1),
  listGroupComments: IDS.group(1),
  listGroupAnswers: IDS.group(1),
  addGroupComment: IDS.group(1),
  answerGroup: IDS.group(1),
  listCrashComments: IDS.crash(1),
  listCrashAnswers: IDS.crash(1),
  addCrashComment: IDS.crash(1),
  answerCrash: IDS.crash(1),
  getMachine: IDS.badSsd,
  getDisk: IDS.disk,
  getDocsAsset: 'start.js',
};
/** Routes of sign-in change who is signed in, and others need something that was made before; their own specs try them. */
const ELSEWHERE: readonly string[] = [
  'signIn',
  'signOut',
  'getSession',
  'changePassword',
  'revokeCredential',
  'changeComment',
  'removeComment',
  'withdrawGroupAnswer',
  'withdrawCrashAnswer',
] satisfies ApiRouteId[];
const routes = (Object.entries(API_ROUTES) as [ApiRouteId, Route][]).filter(([id]) => !ELSEWHERE.includes(id));
const pathOf = (id: ApiRouteId, { path }: Route): string => path.replace(/:\w+/, PARAMETERS[id] ?? '');
const bodyOf = ({ body }: Route): unknown => body?.content['application/json']?.example;

describe('every route', () => {
  it('stands in openapi.json, and nothing else does', () => {
    const paths = openApiDocument().paths;
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const ours = [...api.routes].filter(
      (route) => / \/api\//.test(route) && !/^(HEAD|OPTIONS) /.test(route) && !route.endsWith('*'),
    );
    const ingest = Object.values(INGEST_ROUTES).map(({ method, path }) => `${method} ${path}`);
    expect(documented.sort()).toEqual([...ours.map((route) => route.replace(/:(\w+)/g, '{$1}')), ...ingest].sort());
  });

  it.each(routes)('%s answers Alice as its contract says', async (id, route) => {
    const answer = await api.ask(route.method, pathOf(id, route), {
      headers: { cookie: api.cookie, origin: PUBLIC_URL },
      body: bodyOf(route),
    });
    expect(answer.status).toBe(route.answer.status);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((route.answer.schema as z.ZodType).safeParse(answer.body).error).toBeUndefined();
  });

  it.each(routes)('%s answers an API token, or says that a person is needed', async (id, route) => {
    const answer = await api.ask(route.method, pathOf(id, route), {
      headers: { authorization: `Bearer ${token}` },
      body: bodyOf(route),
    });
    if (route.access === 'person')
      expect(answer).toMatchObject({ status: 403, body: { code: 'credential-forbidden' } });
    else expect(answer.status).toBe(route.answer.status);
  });

  it.each(routes)('%s tells Charlie nothing', async (id, route) => {
    const answer = await api.ask(route.method, pathOf(id, route), { body: bodyOf(route) });
    expect(answer).toMatchObject({
      status: 401,
      body: { code: 'credential-missing', type: '/problems/credential-missing' },
    });
    expect(answer.headers['content-type']).toMatch('application/problem+json');
  });
});

describe('an address that does not exist', () => {
  it('is a secret from strangers', async () => {
    expect((await api.ask('GET', '/api/v1/nothing')).status).toBe(401);
    expect((await api.ask('GET', '/api/auth/list-sessions')).status).toBe(401);
    expect(
      (
        await api.ask('POST', '/api/auth/sign-up/email', {
          body: { email: 'charlie@example.com', password: 'correct horse battery', name: 'C' },
        })
      ).status,
    ).toBe(401);
  });

  it.each([
    ['GET', '/api/v1/nothing', 404, 'route-not-found'],
    ['PUT', '/api/v1/groups', 405, 'method-not-allowed'],
    ['DELETE', `/api/v1/groups/${IDS.group(1)}`, 405, 'method-not-allowed'],
    ['GET', '/api/docs/package.json', 404, 'route-not-found'],
  ])('%s %s is %i %s', async (method, path, status, code) => {
    expect(await api.ask(method, path, { headers: { authorization: `Bearer ${token}` } })).toMatchObject({
      status,
      body: { code },
    });
  });
});

describe('a wrong question', () => {
  const ask = (path: string) => api.ask('GET', `/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } });

  it.each([
    [`groups/${IDS.unknown}`, 'group-not-found'],
    [`groups/${IDS.unknown}/crashes`, 'group-not-found'],
    [`groups/${IDS.unknown}/machines`, 'group-not-found'],
    [`groups/${IDS.unknown}/disks`, 'group-not-found'],
    [`groups/${IDS.unknown}/series`, 'group-not-found'],
    [`crashes/${IDS.unknown}`, 'crash-not-found'],
    [`machines/${IDS.unknown}`, 'machine-not-found'],
    [`disks/${IDS.unknown}`, 'disk-not-found'],
  ])('%s is 404 %s', async (path, code) => expect(await ask(path)).toMatchObject({ status: 404, body: { code } }));

  it.each([
    ['groups/not-an-id', 'id'],
    ['groups?limit=0', 'limit'],
    ['groups?sort=colour', 'sort'],
    ['groups?status=185', 'status'],
    ['groups?famliy=inpage', 'famliy'],
    ['groups?q=%00', 'q'],
    ['groups?from=2026-02-30', 'from'],
    ['groups?from=2026-03-01&to=2026-02-01', 'from'],
    ['overview?from=1800-01-01', 'from'],
    ['crashes?machine=pc-bad-ssd', 'machine'],
    ['machines?sort=colour', 'sort'],
  ])('%s is 400 and names %s', async (path, field) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(answer.body.detail).toMatch(new RegExp(`^${field}: `));
  });

  it.each(['groups?cursor=abc', 'crashes?cursor=W10', 'machines?sort=computer&cursor=%00', 'disks?cursor=eyJ9'])(
    '%s is refused',
    async (path) => {
      expect((await ask(path)).status).toBe(400);
    },
  );
});
