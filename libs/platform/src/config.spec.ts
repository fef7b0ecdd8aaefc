import { describe, expect, it } from 'vitest';
import { CONFIG_SCHEMA, configMarkdown, loadConfig } from './config.js';

const faults = (env: Record<string, string>): string => {
  try {
    loadConfig(env);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the configuration', () => {
  it('needs nothing: everything has a default or can be done without', () => {
    expect(loadConfig({})).toMatchObject({
      INPAGE_HOST: '127.0.0.1',
      INPAGE_PORT: 7070,
      INPAGE_MAX_RECORDS: 1000,
      INPAGE_ROLES: ['ingest', 'worker', 'api'],
    });
  });

  it('reads texts into what they mean', () => {
    expect(
      loadConfig({
        INPAGE_PORT: '0',
        INPAGE_MAX_BODY_MB: '0.5',
        INPAGE_ROLES: 'worker, ingest',
        INPAGE_LOG_LEVEL: 'debug',
      }),
    ).toMatchObject({
      INPAGE_PORT: 0,
      INPAGE_MAX_BODY_MB: 0.5,
      INPAGE_ROLES: ['worker', 'ingest'],
      INPAGE_LOG_LEVEL: 'debug',
    });
  });

  it('takes an empty setting for one that is not there, as Compose writes it', () => {
    expect(loadConfig({ INPAGE_PORT: '', DATABASE_URL: '' })).toMatchObject({ INPAGE_PORT: 7070 });
  });

  it('knows nothing of what is not its own', () => {
    expect(loadConfig({ PATH: '/bin', INPAGE_UNKNOWN: '1' })).toEqual(loadConfig({}));
  });

  it('tells all faults together', () => {
    const message = faults({
      INPAGE_PORT: '70700',
      DATABASE_URL: 'mysql://db',
      INPAGE_ROLES: 'ingest,cook',
      INPAGE_MAX_RECORDS: '1.5',
    });
    expect(message).toMatch(/^The configuration is not usable:\n/);
    for (const name of ['INPAGE_PORT', 'DATABASE_URL', 'INPAGE_ROLES', 'INPAGE_MAX_RECORDS'])
      expect(message).toContain(name);
  });

  it.each([
    ['INPAGE_PORT', '-1'],
    ['INPAGE_PORT', 'http'],
    ['INPAGE_PUBLIC_URL', 'inpage.example'],
    ['INPAGE_ADMIN_EMAIL', 'alice'],
    ['INPAGE_AUTH_SECRET', 'short'],
    ['REDIS_URL', 'http://cache'],
    ['INPAGE_MAX_BODY_MB', '0'],
    ['INPAGE_SWEEP_MS', '10'],
    ['INPAGE_ROLES', ','],
    ['INPAGE_LOG_LEVEL', 'loud'],
  ])('refuses %s=%s', (name, value) => {
    expect(faults({ [name]: value })).toContain(name);
  });

  it('does not quote a secret that it refuses', () => {
    expect(faults({ DATABASE_URL: 'mysql://alice:hunter2@db', INPAGE_AUTH_SECRET: 'hunter2' })).not.toContain(
      'hunter2',
    );
  });

  it('cannot be changed', () => {
    const config = loadConfig({}) as { INPAGE_PORT: number };
    expect(() => (config.INPAGE_PORT = 1)).toThrow(TypeError);
  });
});

describe('the page about it', () => {
  const page = configMarkdown();

  it.each(Object.entries(CONFIG_SCHEMA.shape))('has a row for %s, with a description', (name, schema) => {
    expect(schema.description).toMatch(/\w{3,}/);
    expect(page).toContain(`| \`${name}\` |`);
    expect(page).toContain(`| ${schema.description} |`);
  });

  it('shows defaults', () => {
    expect(page).toContain('| `INPAGE_PORT` | `7070` |');
    expect(page).toContain('| `INPAGE_ROLES` | `ingest,worker,api` |');
    expect(page).toContain('| `DATABASE_URL` |  |');
  });
});
