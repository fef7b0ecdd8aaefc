import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { apiUnderTest, cookieOf, PUBLIC_URL, type ApiUnderTest } from '../api-under-test.fixture.js';
import { IDS } from '../fleet.fixture.js';

const PASSWORD = 'correct horse battery staple';
let api: ApiUnderTest;
let token: string;
/** Bob is a person too, but did not write what Alice wrote. */
let bobsCookie: string;
beforeAll(async () => {
  api = await apiUnderTest();
  token = await api.secretOf('api');
  bobsCookie = await signUp('bob@example.com', 'Bob');
});
beforeEach(() => api.database.pool.query('truncate answer, comment cascade'));
afterAll(() => api.stop());

async function signUp(email: string, name: string): Promise<string> {
  const { internalAdapter, password } = await api.auth.$context;
  const { id } = await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'admin' });
  const hash = await password.hash(PASSWORD);
  await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash });
  return cookieOf(await api.ask('POST', '/api/auth/sign-in/email', { body: { email, password: PASSWORD } }));
}

const as = {
  alice: () => ({ cookie: api.cookie, origin: PUBLIC_URL }),
  bob: () => ({ cookie: bobsCookie, origin: PUBLIC_URL }),
  token: () => ({ authorization: `Bearer ${token}` }),
  charlie: () => ({}),
} as const;
type Who = keyof typeof as;

const ask = (who: Who, method: string, path: string, body?: unknown) =>
  api.ask(method, `/api/v1/${path}`, { headers: as[who](), body });
const write = async (path: string, text = 'It was the cable.') =>
  (await ask('alice', 'POST', `${path}/comments`, { text })).body;
const texts = async (path: string): Promise<string[]> =>
  (await ask('token', 'GET', `${path}/comments`)).body.items.map(({ text }: { text: string }) => text);

const PLACES = [
  ['group', `groups/${IDS.group(1)}`, IDS.group(1)],
  ['crash', `crashes/${IDS.crash(2)}`, IDS.crash(2)],
] as const;

describe.each(PLACES)('comments on a %s', (kind, path, id) => {
  it('say who wrote them and when, and read the same for everybody who may read', async () => {
    const made = await ask('alice', 'POST', `${path}/comments`, { text: '  Swapped the cable.\r\nQuiet since.\n' });
    expect(made).toMatchObject({
      status: 201,
      body: {
        about: { kind, id, title: 'KERNEL_DATA_INPAGE_ERROR 1' },
        author: { name: 'Administrator' },
        text: 'Swapped the cable.\nQuiet since.',
        editedAt: null,
      },
    });
    expect(Math.abs(Date.parse(made.body.writtenAt) - Date.now())).toBeLessThan(60_000);
    for (const who of ['alice', 'bob', 'token'] as const)
      expect(await ask(who, 'GET', `${path}/comments`)).toMatchObject({
        status: 200,
        body: { items: [made.body], nextCursor: null },
      });
  });

  it('are paged, newest first, each once', async () => {
    for (let n = 1; n <= 5; n++) await write(path, `number ${n}`);
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await ask('bob', 'GET', `${path}/comments?limit=2${cursor && `&cursor=${cursor}`}`);
      found.push(...body.items.map(({ text }: { text: string }) => text));
      cursor = body.nextCursor;
    }
    expect(found).toEqual([5, 4, 3, 2, 1].map((n) => `number ${n}`));
  });

  it('refuse a cursor of another list', async () => {
    for (let n = 1; n <= 2; n++) await write(path);
    const { body } = await ask('bob', 'GET', `${path}/comments?limit=1`);
    const other = await ask('bob', 'GET', `groups/${IDS.group(3)}/comments?cursor=${body.nextCursor}`);
    expect(other).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
  });

  it.each([
    ['no text', {}, 'text'],
    ['white space', { text: ' \n\t ' }, 'text'],
    ['a character too much', { text: 'x'.repeat(10_001) }, 'text'],
    ['a NUL', { text: 'a\0b' }, 'text'],
    ['another author', { text: 'x', author: 'bob' }, 'author'],
  ])('with %s are refused', async (_, body, field) => {
    const answer = await ask('alice', 'POST', `${path}/comments`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(answer.body.detail).toMatch(new RegExp(`^${field}: `));
    expect(await texts(path)).toEqual([]);
  });

  it('may be ten thousand characters long, and say anything', async () => {
    const text = `<script>alert(1)</script> ${'🖴'.repeat(4_000)}`;
    await write(path, text);
    expect(await texts(path)).toEqual([text]);
  });
});

describe('a comment', () => {
  const path = `groups/${IDS.group(1)}`;

  it('is edited, removed and brought back by its author', async () => {
    const { id } = await write(path);
    expect(await ask('alice', 'PATCH', `comments/${id}`, { text: 'It was the port.' })).toMatchObject({
      status: 200,
      body: { id, text: 'It was the port.', editedAt: expect.any(String) },
    });
    for (let twice = 0; twice < 2; twice++) expect((await ask('alice', 'DELETE', `comments/${id}`)).status).toBe(204);
    expect(await texts(path)).toEqual([]);
    expect(await ask('alice', 'PATCH', `comments/${id}`, { text: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'comment-removed' },
    });
    expect((await ask('alice', 'PATCH', `comments/${id}`, { removed: false })).status).toBe(200);
    expect(await texts(path)).toEqual(['It was the port.']);
  });

  it('is not changed by anybody else', async () => {
    const { id } = await write(path);
    for (const [method, body] of [
      ['PATCH', { text: 'x' }],
      ['DELETE', undefined],
    ] as const) {
      expect(await ask('bob', method, `comments/${id}`, body)).toMatchObject({
        status: 403,
        body: { code: 'comment-not-yours' },
      });
      expect(await ask('token', method, `comments/${id}`, body)).toMatchObject({
        status: 403,
        body: { code: 'credential-forbidden' },
      });
      expect((await ask('charlie', method, `comments/${id}`, body)).status).toBe(401);
      expect(await ask('alice', method, `comments/${IDS.unknown}`, body)).toMatchObject({
        status: 404,
        body: { code: 'comment-not-found' },
      });
    }
    expect(await texts(path)).toEqual(['It was the cable.']);
  });

  it.each([{}, { removed: true }, { text: '' }])('is not changed by %j', async (body) => {
    const { id } = await write(path);
    expect(await ask('alice', 'PATCH', `comments/${id}`, body)).toMatchObject({
      status: 400,
      body: { code: 'request-invalid' },
    });
  });

  it('about a crash is found by every record that speaks of it, and nowhere else', async () => {
    await write(`crashes/${IDS.record(2)}`);
    expect(await texts(`crashes/${IDS.crash(2)}`)).toEqual(['It was the cable.']);
    expect(await texts(`crashes/${IDS.record(2)}`)).toEqual(['It was the cable.']);
    expect([await texts(`crashes/${IDS.crash(1)}`), await texts(path)]).toEqual([[], []]);
  });
});

describe.each(PLACES)('answers about a %s', (kind, path) => {
  const current = async () => (await ask('token', 'GET', `${path}/answers`)).body.current;

  it('count from the newest on, and all of them are kept', async () => {
    expect(await current()).toBeNull();
    expect(await ask('alice', 'PUT', `${path}/answer`, { right: 'confirmed' })).toMatchObject({
      status: 200,
      body: { about: { kind }, right: 'confirmed', cause: null, note: null, author: { name: 'Administrator' } },
    });
    const wrong = { right: 'wrong', cause: 'controller', note: 'Gone since the update.' };
    const given = await ask('bob', 'PUT', `${path}/answer`, wrong);
    expect(given.body).toMatchObject({
      ...wrong,
      author: { name: 'Bob' },
      said: { cause: 'link', confidence: 0.7, triageVersion: 1 },
    });
    expect(await current()).toEqual(given.body);
    expect((await ask('alice', 'DELETE', `${path}/answer`)).status).toBe(204);
    const { body } = await ask('bob', 'GET', `${path}/answers`);
    expect(body.current).toBeNull();
    expect(
      body.items.map(({ right, author }: { right: string; author: { name: string } }) => [right, author.name]),
    ).toEqual([
      ['withdrawn', 'Administrator'],
      ['wrong', 'Bob'],
      ['confirmed', 'Administrator'],
    ]);
  });

  it('say wrong without knowing what it was', async () => {
    expect((await ask('alice', 'PUT', `${path}/answer`, { right: 'wrong' })).body).toMatchObject({
      right: 'wrong',
      cause: null,
    });
  });

  it('that are sent twice are one', async () => {
    const body = { right: 'wrong', cause: 'memory' };
    const [first, second] = [
      await ask('alice', 'PUT', `${path}/answer`, body),
      await ask('alice', 'PUT', `${path}/answer`, body),
    ];
    expect(second.body).toEqual(first.body);
    expect((await ask('alice', 'GET', `${path}/answers`)).body.items).toHaveLength(1);
  });

  it('are withdrawn only where there is one', async () => {
    expect((await ask('alice', 'DELETE', `${path}/answer`)).status).toBe(204);
    expect((await ask('alice', 'GET', `${path}/answers`)).body.items).toEqual([]);
  });

  it.each([
    ['nothing', {}, 'right'],
    ['perhaps', { right: 'perhaps' }, 'right'],
    ['withdrawn', { right: 'withdrawn' }, 'right'],
    ['a cause that is none', { right: 'wrong', cause: 'ghosts' }, 'cause'],
    ['right and another cause', { right: 'confirmed', cause: 'link' }, 'cause'],
    ['too much', { right: 'wrong', note: 'x'.repeat(2_001) }, 'note'],
    ['a field that is none', { right: 'wrong', why: 'x' }, 'why'],
  ])('that say %s are refused', async (_, body, field) => {
    const answer = await ask('alice', 'PUT', `${path}/answer`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect(answer.body.detail).toMatch(new RegExp(`^${field}: `));
  });

  it('are given and withdrawn by persons only', async () => {
    for (const [method, body] of [
      ['PUT', { right: 'confirmed' }],
      ['DELETE', undefined],
    ] as const) {
      expect(await ask('token', method, `${path}/answer`, body)).toMatchObject({
        status: 403,
        body: { code: 'credential-forbidden' },
      });
      expect((await ask('charlie', method, `${path}/answer`, body)).status).toBe(401);
      const fromElsewhere = { cookie: api.cookie, origin: 'https://charlie.example' };
      expect((await api.ask(method, `/api/v1/${path}/answer`, { headers: fromElsewhere, body })).status).toBe(403);
    }
    expect(await current()).toBeNull();
  });
});

describe('what is not there', () => {
  it.each([
    ['GET', 'comments', undefined],
    ['POST', 'comments', { text: 'x' }],
    ['GET', 'answers', undefined],
    ['PUT', 'answer', { right: 'confirmed' }],
    ['DELETE', 'answer', undefined],
  ] as const)('is said by %s …/%s', async (method, what, body) => {
    for (const [place, code] of [
      ['groups', 'group-not-found'],
      ['crashes', 'crash-not-found'],
    ])
      expect(await ask('alice', method, `${place}/${IDS.unknown}/${what}`, body)).toMatchObject({
        status: 404,
        body: { code },
      });
  });

  it('but was, keeps its remarks, and gets no new ones', async () => {
    const path = `groups/${IDS.group(9)}`;
    const comment = await write(path);
    const answer = (await ask('alice', 'PUT', `${path}/answer`, { right: 'confirmed' })).body;
    const { rows } = await api.database.pool.query('delete from crash_group where id = $1 returning *', [IDS.group(9)]);
    expect((await ask('token', 'GET', `${path}/comments`)).body.items).toEqual([comment]);
    expect((await ask('token', 'GET', `${path}/answers`)).body.current).toEqual(answer);
    expect((await ask('alice', 'POST', `${path}/comments`, { text: 'x' })).body).toMatchObject({
      code: 'group-not-found',
    });
    expect((await ask('alice', 'DELETE', `${path}/answer`)).body).toMatchObject({ code: 'group-not-found' });
    expect((await ask('alice', 'PATCH', `comments/${comment.id}`, { text: 'Still mine.' })).status).toBe(200);
    expect(rows).toHaveLength(1);
  });
});
