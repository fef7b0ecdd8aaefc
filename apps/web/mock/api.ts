import type { About, AnswerRequest, CommentChange, CredentialRequest } from '../src/api/types.js';
import * as answers from './answers.js';
import * as groupAnswers from './group-answers.js';
import { makeFleet, type Fleet } from './fleet.js';
import { MockKeys } from './keys.js';
import { pageOf } from './reading.js';
import { rates } from './rates.js';
import { MockRemarks } from './remarks.js';

/** Who may sign in to the mock. */
export const MOCK_USER = { email: 'alice@example.com', password: 'correct horse battery' };
const ALICE = { id: 'alice', name: 'Alice' };
const KINDS: Record<string, About['kind']> = { groups: 'group', crashes: 'crash' };
const COOKIE = 'inpage-mock=alice';
const MAX_WRONG = 5;
const THROTTLE_S = 30;

export interface MockRequest {
  readonly method: string;
  readonly url: string;
  readonly cookie?: string;
  readonly authorization?: string;
  readonly body?: unknown;
}
export interface MockAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

type Read = (fleet: Fleet, id: string, params: URLSearchParams) => unknown;

const ROUTES: Record<string, Read> = {
  overview: (fleet, _, params) => answers.overview(fleet, params),
  groups: (fleet, _, params) => groupAnswers.groups(fleet, params),
  'groups/:id': groupAnswers.group,
  'groups/:id/crashes': groupAnswers.groupCrashes,
  'groups/:id/machines': groupAnswers.groupMachines,
  'groups/:id/disks': groupAnswers.groupDisks,
  'groups/:id/series': groupAnswers.groupSeries,
  crashes: (fleet, _, params) => answers.crashes(fleet, params),
  'crashes/:id': answers.crash,
  machines: (fleet, _, params) => answers.machines(fleet, params),
  'machines/:id': answers.machine,
  disks: (fleet, _, params) => answers.disks(fleet, params),
  'disks/:id': answers.disk,
  rates: (fleet, _, params) => rates(fleet, params),
};

const REMARKS = new Set(['/comments', '/answers', '/answer']);

const problem = (status: number, code: string, title: string, detail?: string): MockAnswer => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: `/problems/${code}`, code, title, status, detail, requestId: 'mock-1' },
});

/** The REST interface over a made-up fleet, for development and demonstration. Forgets everything when it ends. */
export class MockApi {
  readonly keys: MockKeys;
  readonly remarks: MockRemarks;
  #wrong = 0;

  constructor(
    readonly fleet: Fleet = makeFleet(42, Date.now()),
    now: () => number = Date.now,
  ) {
    this.keys = new MockKeys(now);
    this.remarks = new MockRemarks(fleet, now);
  }

  answer(request: MockRequest): MockAnswer | undefined {
    const { pathname, searchParams } = new URL(request.url, 'http://mock');
    if (pathname.startsWith('/api/auth/')) return this.#auth(pathname.slice('/api/auth/'.length), request);
    if (!pathname.startsWith('/api/v1/')) return undefined;
    if (!this.#mayRead(request)) return problem(401, 'not-signed-in', 'Sign in or send a token');
    const [, name, id, ...more] = /^([a-z]+)(?:\/([^/]+))?(\/[a-z]+)?$/.exec(pathname.slice('/api/v1/'.length)) ?? [];
    if (name === 'credentials') return this.#credentials(request, id, searchParams);
    if (name === 'comments' && id) return this.#comment(request, id);
    if (name && id && REMARKS.has(more[0] ?? ''))
      return this.#remarks(request, { kind: KINDS[name]!, id }, searchParams);
    const read = ROUTES[`${name}${id ? '/:id' : ''}${more[0] ?? ''}`];
    const body = read?.(this.fleet, id ?? '', searchParams);
    return body ? { status: 200, body } : problem(404, 'not-found', 'Nothing is at this address');
  }

  #mayRead({ cookie, authorization }: MockRequest): boolean {
    return Boolean(cookie?.includes(COOKIE)) || this.keys.allows(authorization?.replace(/^Bearer /, '') ?? '');
  }

  #credentials({ method, body }: MockRequest, id: string | undefined, params: URLSearchParams): MockAnswer {
    if (method === 'POST') return { status: 201, body: this.keys.create(body as CredentialRequest) };
    if (method === 'DELETE')
      return this.keys.revoke(id ?? '') ? { status: 204 } : problem(404, 'not-found', 'No such key');
    return { status: 200, body: pageOf(this.keys.list(), params, this.fleet.now) };
  }

  #remarks({ method, url, cookie, body }: MockRequest, about: About, params: URLSearchParams): MockAnswer {
    if (!this.remarks.knows(about)) return problem(404, `${about.kind}-not-found`, `No such ${about.kind}`);
    if (method === 'GET')
      return { status: 200, body: this.remarks[/\/comments\b/.test(url) ? 'comments' : 'answers'](about, params) };
    if (!cookie?.includes(COOKIE)) return problem(403, 'credential-forbidden', 'The credential may not do this');
    if (method === 'POST')
      return { status: 201, body: this.remarks.write(about, (body as { text: string }).text, ALICE) };
    if (method === 'PUT') return { status: 200, body: this.remarks.give(about, body as AnswerRequest, ALICE) };
    this.remarks.withdraw(about, ALICE);
    return { status: 204 };
  }

  #comment({ method, cookie, body }: MockRequest, id: string): MockAnswer {
    if (!cookie?.includes(COOKIE)) return problem(403, 'credential-forbidden', 'The credential may not do this');
    const change = method === 'DELETE' ? { removed: true as const } : (body as CommentChange);
    const changed = this.remarks.change(id, change, ALICE);
    if (Array.isArray(changed)) return problem(...(changed as [number, string, string]));
    return method === 'DELETE' ? { status: 204 } : { status: 200, body: changed };
  }

  #auth(action: string, { body, cookie }: MockRequest): MockAnswer | undefined {
    const session = {
      user: { id: 'alice', email: MOCK_USER.email, name: 'Alice' },
      session: { expiresAt: '2100-01-01T00:00:00.000Z' },
    };
    if (action === 'get-session') return { status: 200, body: cookie?.includes(COOKIE) ? session : null };
    if (action === 'sign-out')
      return { status: 200, body: { success: true }, headers: { 'set-cookie': `${COOKIE}; Path=/; Max-Age=0` } };
    if (action !== 'sign-in/email') return undefined;
    return this.#signIn(body as Partial<typeof MOCK_USER>, session);
  }

  #signIn({ email, password }: Partial<typeof MOCK_USER>, session: object): MockAnswer {
    if (email === MOCK_USER.email && password === MOCK_USER.password) {
      this.#wrong = 0;
      return { status: 200, body: session, headers: { 'set-cookie': `${COOKIE}; Path=/; HttpOnly; SameSite=Lax` } };
    }
    if (++this.#wrong > MAX_WRONG)
      return { status: 429, body: { message: 'Too many requests.' }, headers: { 'x-retry-after': String(THROTTLE_S) } };
    return { status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' } };
  }
}
