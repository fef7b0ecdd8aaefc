import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUnderTest, cookieOf, PUBLIC_URL, type ApiUnderTest } from '../api-under-test.fixture.js';
import { createAuth } from './auth.js';
import { ensureFirstAdministrator } from './first-administrator.js';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.stop());

const SIGN_IN = '/api/auth/sign-in/email';
const signIn = (body: object = api.alice, headers: Record<string, string> = {}) =>
  api.ask('POST', SIGN_IN, { body, headers });
const overview = (headers: Record<string, string>) => api.ask('GET', '/api/v1/overview', { headers });

describe('signing in', () => {
  it('sets a cookie that scripts cannot read, and says nothing of the token', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      user: { id: expect.any(String), name: 'Administrator', email: 'alice@example.com' },
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^inpage\.session_token=/);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/i);
    expect((await overview({ cookie: cookieOf(answer) })).status).toBe(200);
  });

  it('makes the cookie secure where people come over https', async () => {
    const auth = createAuth(api.database.pool, {
      publicUrl: 'https://inpage.example',
      authSecret: 'a secret of forty characters for the test',
    });
    const { sessionToken } = (await auth.$context).authCookies;
    expect(sessionToken).toMatchObject({
      name: '__Secure-inpage.session_token',
      attributes: { secure: true, httpOnly: true },
    });
  });

  it.each([
    ['a wrong password', { email: 'alice@example.com', password: 'wrong' }, 401, 'credential-invalid'],
    ['a stranger', { email: 'charlie@example.com', password: 'wrong' }, 401, 'credential-invalid'],
    ['no password', { email: 'alice@example.com' }, 400, 'request-invalid'],
  ])('refuses %s', async (_, body, status, code) =>
    expect(await signIn(body)).toMatchObject({ status, body: { code } }),
  );

  it('refuses a form on another site', async () => {
    expect(await signIn(api.alice, { origin: 'https://charlie.example' })).toMatchObject({
      status: 403,
      body: { code: 'credential-forbidden' },
    });
  });
});

describe('a session', () => {
  it('is told to its holder, and its absence to everybody', async () => {
    expect((await api.ask('GET', '/api/auth/get-session', { headers: { cookie: api.cookie } })).body).toMatchObject({
      user: { email: 'alice@example.com' },
    });
    expect(await api.ask('GET', '/api/auth/get-session')).toMatchObject({ status: 200, body: null });
    expect(
      await api.ask('GET', '/api/auth/get-session', { headers: { cookie: 'inpage.session_token=forged.signature' } }),
    ).toMatchObject({ status: 200, body: null });
  });

  it('ends at once with signing out', async () => {
    const cookie = cookieOf(await signIn());
    expect((await overview({ cookie })).status).toBe(200);
    const out = await api.ask('POST', '/api/auth/sign-out', { headers: { cookie, origin: PUBLIC_URL }, body: {} });
    expect(out.status).toBe(204);
    expect((await overview({ cookie })).status).toBe(401);
  });

  it.each([
    ['of another site', { origin: 'https://charlie.example' }],
    ['that does not say where it comes from', {}],
  ])('changes nothing for a page %s', async (_, headers) => {
    const answer = await api.ask('POST', '/api/v1/credentials', {
      headers: { cookie: api.cookie, ...headers },
      body: { kind: 'api', label: 'x' },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'credential-forbidden' } });
  });
});

describe('a password', () => {
  it('is changed by who knows the old one, and signs out everywhere else', async () => {
    const newPassword = 'correct horse battery staple';
    const elsewhere = cookieOf(await signIn());
    const change = (currentPassword: string) =>
      api.ask('POST', '/api/auth/change-password', {
        headers: { cookie: api.cookie, origin: PUBLIC_URL },
        body: { currentPassword, newPassword, revokeOtherSessions: true },
      });
    expect(await change('not the old one')).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect((await change(api.alice.password)).status).toBe(204);
    expect((await overview({ cookie: elsewhere })).status).toBe(401);
    expect((await signIn(api.alice)).status).toBe(401);
    expect((await signIn({ ...api.alice, password: newPassword })).status).toBe(200);
  });
});

describe('the first administrator', () => {
  it('is made once', async () => {
    expect(await ensureFirstAdministrator(api.auth, { email: 'bob@example.com' })).toBeUndefined();
  });
});

describe('guessing', () => {
  it('is slowed down, whatever address the guesser claims to have', async () => {
    const attempts = [];
    for (let n = 0; n < 12; n++) {
      attempts.push(
        await signIn(
          { email: 'alice@example.com', password: `guess ${n}` },
          { 'x-forwarded-for': `10.0.0.${n}`, 'x-inpage-client-address': `10.0.0.${n}` },
        ),
      );
    }
    expect(attempts.at(-1)).toMatchObject({
      status: 429,
      body: { code: 'sign-in-throttled' },
      headers: { 'retry-after': '60' },
    });
  });

  it('does not disturb who is signed in', async () => {
    expect((await api.ask('GET', '/api/auth/get-session', { headers: { cookie: api.cookie } })).status).toBe(200);
  });
});
