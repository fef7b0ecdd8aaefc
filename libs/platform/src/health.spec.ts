import { AppError, ERRORS } from '@inpage/core';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { registerHealth, type ReadinessChecks } from './health.js';
import { Metrics } from './metrics.js';

async function app(checks: ReadinessChecks = {}) {
  const fastify = Fastify();
  await registerHealth(fastify, new Metrics({ process: false }), checks, async (authorization) => {
    if (authorization !== 'Bearer bob') throw new AppError('credential-missing');
  });
  return fastify;
}
const away = async (): Promise<void> => Promise.reject(new Error('away'));
const there = async (): Promise<void> => undefined;

describe('health', () => {
  it('is live whatever else is away', async () => {
    expect((await (await app({ database: away })).inject('/health/live')).json()).toEqual({ status: 'live' });
  });

  it('is ready when every check passes, and says which one does not', async () => {
    expect(await (await app({ database: there, queue: there })).inject('/health/ready')).toMatchObject({
      statusCode: 200,
    });
    const answer = await (await app({ database: there, queue: away })).inject('/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ status: 'not-ready', checks: { database: true, queue: false } });
  });

  it('shows metrics to those who may see them', async () => {
    const fastify = await app();
    expect(await fastify.inject('/metrics')).not.toMatchObject({ statusCode: 200 });
    const answer = await fastify.inject({ url: '/metrics', headers: { authorization: 'Bearer bob' } });
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.body).toContain('# HELP inpage_records_total');
  });

  it.each(Object.keys(ERRORS) as (keyof typeof ERRORS)[])('explains %s', async (code) => {
    const answer = await (await app()).inject(`/problems/${code}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain(ERRORS[code].advice);
  });

  it.each(['constructor', 'nothing'])('knows no problem %s', async (code) => {
    expect((await (await app()).inject(`/problems/${code}`)).statusCode).toBe(404);
  });
});
