import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUnderTest, PUBLIC_URL, type ApiUnderTest } from '../api-under-test.fixture.js';
import { IDS } from '../fleet.fixture.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.stop());

const asAlice = () => ({ cookie: api.cookie, origin: PUBLIC_URL });
const create = (body: object) => api.ask('POST', '/api/v1/credentials', { headers: asAlice(), body });
const read = (secret: string) => api.ask('GET', '/api/v1/overview', { headers: { authorization: `Bearer ${secret}` } });

describe('credentials', () => {
  it('work until they are revoked, and are dead at once', async () => {
    const made = await create({ kind: 'api', label: 'Grafana' });
    expect(made).toMatchObject({ status: 201, body: { kind: 'api', label: 'Grafana', revokedAt: null } });
    expect(made.body.secret).toMatch(/^iat_/);
    expect((await read(made.body.secret)).status).toBe(200);
    expect((await api.ask('DELETE', `/api/v1/credentials/${made.body.id}`, { headers: asAlice() })).status).toBe(204);
    expect(await read(made.body.secret)).toMatchObject({ status: 401, body: { code: 'credential-invalid' } });
    expect((await api.ask('DELETE', `/api/v1/credentials/${made.body.id}`, { headers: asAlice() })).status).toBe(204);
  });

  it('show their secret once and keep only its hash', async () => {
    const { body } = await create({ kind: 'enrolment', label: 'Intune' });
    expect(body.secret).toMatch(/^ike_/);
    const list = await api.ask('GET', '/api/v1/credentials', { headers: asAlice() });
    expect(list.body.items.map(({ label }: { label: string }) => label)).toContain('Intune');
    expect(JSON.stringify(list.body)).not.toContain(body.secret.slice(4));
    const { rows } = await api.database.pool.query('select * from credential where id = $1', [body.id]);
    expect(JSON.stringify(rows)).not.toContain(body.secret.slice(4));
    expect(rows[0].secret_hash).toHaveLength(32);
  });

  it('end when they expire', async () => {
    expect((await read(await api.secretOf('api', { expiresAt: new Date(Date.now() - 1000) }))).status).toBe(401);
    expect((await read(await api.secretOf('api', { expiresAt: new Date(Date.now() + 60_000) }))).status).toBe(200);
  });

  it('of agents do not read', async () => {
    expect(await read(await api.secretOf('enrolment'))).toMatchObject({
      status: 403,
      body: { code: 'credential-forbidden' },
    });
  });

  it.each(['', 'Basic abc', 'Bearer', 'Bearer iat_unknown-token'])(
    'that are %j are not known',
    async (authorization) => {
      const answer = await api.ask('GET', '/api/v1/overview', { headers: { authorization, cookie: api.cookie } });
      expect(answer).toMatchObject({ status: 401, body: { code: 'credential-invalid' } });
    },
  );

  it.each([
    [{ kind: 'machine', label: 'x' }, 'kind'],
    [{ kind: 'api' }, 'label'],
    [{ kind: 'api', label: 'x', scope: 'all' }, 'scope'],
    [{ kind: 'api', label: 'x', expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
    [{ kind: 'api', label: 'a\0b' }, 'label'],
  ])('are refused as %j', async (body, field) => {
    const answer = await create(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(answer.body.detail).toMatch(new RegExp(`^${field}: `));
  });

  it('that do not exist cannot be revoked', async () => {
    expect(await api.ask('DELETE', `/api/v1/credentials/${IDS.unknown}`, { headers: asAlice() })).toMatchObject({
      status: 404,
      body: { code: 'credential-not-found' },
    });
  });
});
