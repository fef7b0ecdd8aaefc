import { NotFoundException, PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import { AppError } from '@inpage/core';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { createLog } from './log.js';
import { ProblemFilter, sendProblem } from './problem-filter.js';

async function answerTo(error: unknown) {
  const lines: string[] = [];
  const log = createLog({ INPAGE_LOG_LEVEL: 'trace' }, { write: (line) => void lines.push(line) });
  const fastify = Fastify({ genReqId: () => 'request 7' });
  fastify.get('/own', (request, reply) => sendProblem(log, request, reply, error));
  const filter = new ProblemFilter(log);
  fastify.get('/nest', (request, reply) => {
    const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) };
    // oxlint-disable-next-line promise/no-promise-in-callback -- what a Nest filter calls catch is not a promise's
    filter.catch(error, host as never);
  });
  const [own, nest] = [await fastify.inject('/own?token=hunter2'), await fastify.inject('/nest?token=hunter2')];
  return { own, nest, lines };
}

describe('an error on its way out', () => {
  it('is problem+json with the request id, from a plain route and from Nest', async () => {
    const { own, nest } = await answerTo(new AppError('too-many-requests', 'later'));
    for (const answer of [own, nest]) {
      expect(answer.statusCode).toBe(429);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'retry-after': '2',
      });
      expect(answer.json()).toMatchObject({ code: 'too-many-requests', detail: 'later', requestId: 'request 7' });
    }
  });

  it.each([
    [new NotFoundException(), 404, 'route-not-found'],
    [new PayloadTooLargeException(), 413, 'body-too-large'],
    [new UnsupportedMediaTypeException(), 415, 'content-type-unsupported'],
  ])('has a code of ours when Nest refused: %s', async (error, status, code) => {
    expect((await answerTo(error)).nest.json()).toMatchObject({ status, code });
  });

  it('is not logged when it is a refusal', async () => {
    expect((await answerTo(new AppError('body-empty'))).lines).toEqual([]);
  });

  it('is logged once with its cause when it is ours, without the query of the address', async () => {
    const { nest, lines } = await answerTo(new Error('broken inside'));
    expect(nest.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(nest.body).not.toContain('broken inside');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1]!)).toMatchObject({
      level: 'error',
      event: 'request.failed',
      code: 'internal',
      requestId: 'request 7',
      url: '/nest',
      err: { message: 'broken inside' },
    });
    expect(lines.join('')).not.toContain('hunter2');
  });

  it('is a warning when the database is away: it heals', async () => {
    const { lines } = await answerTo(Object.assign(new Error('away'), { code: '57P01' }));
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'warn', code: 'storage-unavailable' });
  });

  it('is route-not-found when Nest knows no such route', async () => {
    expect((await answerTo(new NotFoundException())).nest.json()).toMatchObject({
      status: 404,
      code: 'route-not-found',
    });
  });
});
