import { rest } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import type { GroupSummary } from '../src/api/types.js';
import { MOCK_USER, MockApi } from './api.js';
import { makeFleet } from './fleet.js';

const NOW = Date.parse('2026-05-03T12:00:00Z');
const fleet = makeFleet(42, NOW);
const api = new MockApi(fleet, () => NOW);
const get = (path: string) => api.answer({ method: 'GET', url: `/api/v1/${path}`, cookie: 'inpage-mock=alice' })!;
/** Bob wrote about its group. */
const remarked = fleet.crashes.find(({ cause }) => cause === 'device-gone')!;
const [crash, machine, disk] = [fleet.crashes[0]!, fleet.machines[0]!, fleet.disks[0]!];

describe('the mock keeps the contract', () => {
  it.each([
    ['overview', rest.overview],
    ['overview?from=2025-05-03&to=2026-05-04', rest.overview],
    ['groups', rest.groupsPage],
    ['groups?cause=media&cause=link&sort=last&order=asc&limit=2', rest.groupsPage],
    [`groups/${crash.groupId}`, rest.group],
    [`groups/${crash.groupId}/crashes`, rest.crashesPage],
    [`groups/${crash.groupId}/machines`, rest.groupMachinesPage],
    [`groups/${crash.groupId}/disks`, rest.groupDisksPage],
    [`groups/${crash.groupId}/series`, rest.groupSeries],
    ['crashes', rest.crashesPage],
    [`crashes/${crash.id}`, rest.crash],
    ['machines?q=ber&sort=computer', rest.machinesPage],
    [`machines/${machine.id}`, rest.machineDetail],
    ['disks?q=evo', rest.disksPage],
    [`disks/${disk.id}`, rest.diskDetail],
    ['rates?by=model', rest.rates],
    ['rates?by=firmware&from=2026-04-20&to=2026-05-04', rest.rates],
    ['rates?by=driver', rest.rates],
    ['rates?by=machine-model', rest.rates],
    ['credentials', rest.credentialsPage],
    [`groups/${remarked.groupId}/comments`, rest.commentsPage],
    [`groups/${remarked.groupId}/answers`, rest.answersPage],
    [`crashes/${crash.id}/comments`, rest.commentsPage],
    [`crashes/${crash.id}/answers`, rest.answersPage],
  ])('%s', (path, schema) => {
    const answer = get(path);
    expect(answer.status).toBe(200);
    expect(schema.parse(answer.body)).toEqual(answer.body);
  });

  it('keeps the contract of the session, signed in and not', () => {
    const session = (cookie?: string) => api.answer({ method: 'GET', url: '/api/auth/get-session', cookie })?.body;
    expect(rest.session.parse(session('inpage-mock=alice'))?.user.email).toBe(MOCK_USER.email);
    expect(rest.session.parse(session())).toBeNull();
  });

  it('shows each group once over all pages', () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { items, nextCursor } = get(`groups?limit=5&cursor=${cursor}`).body as {
        items: GroupSummary[];
        nextCursor: string | null;
      };
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(seen.length).toBeGreaterThan(10);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('makes the same fleet from the same seed', () => {
    expect(makeFleet(42, NOW)).toEqual(fleet);
    expect(makeFleet(43, NOW)).not.toEqual(fleet);
  });

  it('answers nobody without a sign-in or a token', () => {
    expect(api.answer({ method: 'GET', url: '/api/v1/groups' })?.status).toBe(401);
  });

  it('lets a new API token read until it is revoked', () => {
    const fresh = new MockApi(fleet, () => NOW);
    const cookie = 'inpage-mock=alice';
    const made = fresh.answer({
      method: 'POST',
      url: '/api/v1/credentials',
      cookie,
      body: { kind: 'api', label: 'Bob' },
    })!;
    const { id, secret } = rest.credentialCreated.parse(made.body);
    const read = () =>
      fresh.answer({ method: 'GET', url: '/api/v1/groups', authorization: `Bearer ${secret}` })?.status;
    expect(read()).toBe(200);
    fresh.answer({ method: 'DELETE', url: `/api/v1/credentials/${id}`, cookie });
    expect(read()).toBe(401);
  });

  it('keeps comments and answers as the server does', () => {
    const fresh = new MockApi(fleet, () => NOW);
    const cookie = 'inpage-mock=alice';
    const ask = (method: string, path: string, body?: unknown) =>
      fresh.answer({ method, url: `/api/v1/${path}`, cookie, body })!;
    const path = `crashes/${crash.id}`;
    const written = rest.comment.parse(ask('POST', `${path}/comments`, { text: 'It was the cable.' }).body);
    rest.comment.parse(ask('PATCH', `comments/${written.id}`, { text: 'It was the port.' }).body);
    const texts = () => rest.commentsPage.parse(ask('GET', `${path}/comments`).body).items.map(({ text }) => text);
    expect(texts()).toEqual(['It was the port.']);
    expect(ask('DELETE', `comments/${written.id}`).status).toBe(204);
    expect(texts()).toEqual([]);
    const given = rest.answer.parse(ask('PUT', `${path}/answer`, { right: 'wrong', cause: 'link' }).body);
    const current = () => rest.answersPage.parse(ask('GET', `${path}/answers`).body).current;
    expect(current()).toEqual(given);
    expect(ask('DELETE', `${path}/answer`).status).toBe(204);
    expect(current()).toBeNull();
    const bobs = rest.commentsPage.parse(ask('GET', `groups/${remarked.groupId}/comments`).body).items[0]!;
    expect(ask('DELETE', `comments/${bobs.id}`)).toMatchObject({ status: 403, body: { code: 'comment-not-yours' } });
    expect(ask('POST', 'groups/nobody/comments', { text: 'x' }).status).toBe(404);
  });

  it('throttles guessing', () => {
    const fresh = new MockApi(fleet, () => NOW);
    const guess = () =>
      fresh.answer({ method: 'POST', url: '/api/auth/sign-in/email', body: { ...MOCK_USER, password: 'no' } })?.status;
    expect(Array.from({ length: 6 }, guess)).toEqual([401, 401, 401, 401, 401, 429]);
  });
});
