import { createServer } from 'node:net';
import { problem } from '@inpage/contracts';
import { AppError, ERRORS, type ErrorCode } from '@inpage/core';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { errorsMarkdown, problemOf, refusalOf } from './problem.js';

const coded = (code: string, over: object = {}): Error =>
  Object.assign(new Error('detail for the log'), { code, ...over });

describe('what an error is to the caller', () => {
  it('is itself when it is a refusal', () => {
    const refusal = new AppError('body-empty', 'because');
    expect(refusalOf(refusal)).toBe(refusal);
  });

  it.each<[string, ErrorCode]>([
    ['FST_ERR_CTP_BODY_TOO_LARGE', 'body-too-large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'content-type-unsupported'],
    ['FST_ERR_CTP_EMPTY_TYPE', 'content-type-unsupported'],
    ['FST_ERR_CTP_EMPTY_JSON_BODY', 'body-empty'],
    ['FST_ERR_CTP_INVALID_JSON_BODY', 'body-malformed'],
    ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'body-malformed'],
    ['FST_ERR_BAD_URL', 'request-invalid'],
    ['FST_ERR_NOT_FOUND', 'route-not-found'],
    ['08006', 'storage-unavailable'],
    ['53300', 'storage-unavailable'],
    ['57P01', 'storage-unavailable'],
    ['57P03', 'storage-unavailable'],
    ['ECONNREFUSED', 'storage-unavailable'],
    ['ECONNRESET', 'storage-unavailable'],
    ['ETIMEDOUT', 'storage-unavailable'],
    ['42P01', 'internal'],
    ['23505', 'internal'],
    ['22021', 'internal'],
    ['57014', 'internal'],
    ['constructor', 'internal'],
  ])('%s is %s', (code, expected) => {
    const error = coded(code);
    expect(refusalOf(error)).toMatchObject({ code: expected, cause: error });
  });

  it.each<[number, ErrorCode]>([
    [404, 'route-not-found'],
    [400, 'request-invalid'],
    [418, 'request-invalid'],
    [500, 'internal'],
    [200, 'internal'],
  ])('a foreign error with status %i is %s', (statusCode, expected) => {
    expect(refusalOf(coded('FOREIGN', { statusCode })).code).toBe(expected);
  });

  it.each([undefined, null, 'text', 7, new Error('no code'), {}])('anything else is internal: %s', (error) => {
    expect(refusalOf(error).code).toBe('internal');
  });

  it('is a database that is away, when its driver meets a port that nobody listens on', async () => {
    const pool = new pg.Pool({ host: '127.0.0.1', port: 1, user: 'x' });
    const error = await pool.query('select 1').catch((cause: unknown) => cause);
    await pool.end();
    expect(refusalOf(error).code).toBe('storage-unavailable');
  });

  it('is a database that is away, when its driver waits for an answer in vain or is cut off', async () => {
    const silent = createServer((socket) => void setTimeout(() => socket.destroy(), 300));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const at = { ...(silent.address() as { port: number }), host: '127.0.0.1', user: 'x' };
    for (const connectionTimeoutMillis of [50, 2000]) {
      const pool = new pg.Pool({ host: at.host, port: at.port, user: at.user, connectionTimeoutMillis });
      const error = await pool.query('select 1').catch((cause: unknown) => cause);
      expect(refusalOf(error).code, String(error)).toBe('storage-unavailable');
      await pool.end();
    }
    silent.close();
  });
});

describe('a problem', () => {
  it('has status, title and type of its code, and the detail that is for the caller only', () => {
    const refusal = new AppError('too-many-requests', 'later', { secret: 'context' }, new Error('cause'));
    expect(problemOf(refusal, 'request 7')).toEqual({
      status: 429,
      headers: { 'retry-after': '2' },
      body: {
        type: '/problems/too-many-requests',
        title: ERRORS['too-many-requests'].title,
        status: 429,
        code: 'too-many-requests',
        detail: 'later',
        requestId: 'request 7',
      },
    });
  });

  it('tells nothing of what broke inside', () => {
    const { body } = problemOf(refusalOf(coded('42P01')), 'request 7');
    expect(JSON.stringify(body)).not.toContain('detail for the log');
    expect(body.detail).toBeUndefined();
  });

  it.each(Object.keys(ERRORS) as ErrorCode[])(
    '%s is as the contract says, and has a row on the page of errors',
    (code) => {
      const { status, body, headers } = problemOf(new AppError(code), 'r');
      expect(problem.parse(JSON.parse(JSON.stringify(body)))).toMatchObject({ code, status });
      expect(status === 429 || status === 503).toBe('retry-after' in headers);
      expect(errorsMarkdown()).toContain(`| <a id="${code}"></a>\`${code}\` | ${status} |`);
    },
  );
});
