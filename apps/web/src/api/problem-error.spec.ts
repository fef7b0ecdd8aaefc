import { describe, expect, it } from 'vitest';
import { isNotSignedIn, problemFrom } from './problem-error.js';

describe('problemFrom', () => {
  it('keeps code, title, detail and request id of problem+json', () => {
    const body = { code: 'group-not-found', title: 'No such group', detail: 'It may have moved.', requestId: 'req-7' };
    expect(problemFrom(404, body, new Headers())).toMatchObject({ status: 404, ...body });
  });

  it('reads the sign-in library and its own header for waiting', () => {
    const error = problemFrom(429, { message: 'Too many requests.' }, new Headers({ 'x-retry-after': '12' }));
    expect(error).toMatchObject({ code: 'http-429', title: 'Too many requests.', retryAfterSeconds: 12 });
  });

  it('says something when the body says nothing', () => {
    const error = problemFrom(502, undefined, new Headers({ 'x-request-id': 'req-9' }));
    expect(error).toMatchObject({ code: 'http-502', requestId: 'req-9', retryAfterSeconds: undefined });
    expect(error.title).toContain('502');
  });

  it('tells a missing sign-in from other refusals', () => {
    expect(isNotSignedIn(problemFrom(401, {}, new Headers()))).toBe(true);
    expect(isNotSignedIn(problemFrom(403, {}, new Headers()))).toBe(false);
  });
});
