import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STORY_IDS } from '../stories/story-id.js';
import { OPTIONS, readArguments, USAGE } from './arguments.js';

const NOW = new Date('2026-09-01T12:00:00Z');
const read = (line: string, env: Record<string, string> = {}) =>
  readArguments(line.split(' ').filter(Boolean), env, NOW);

describe('readArguments', () => {
  it('needs a key and nothing else', () => {
    expect(read('--key k')).toEqual({
      ok: true,
      value: {
        run: {
          ...{ url: 'http://127.0.0.1:7070', key: 'k', machines: 500, days: 90, seed: 7, stories: STORY_IDS },
          ...{ end: NOW, out: 'fleetsim-truth-7.jsonl', concurrency: 8, speed: 'asap' },
        },
      },
    });
  });

  it('takes the key from the environment', () =>
    expect(read('', { INPAGE_ENROLMENT_KEY: 'secret' })).toMatchObject({ value: { run: { key: 'secret' } } }));

  it('reads every option', () => {
    const line =
      '--url https://inpage.example --key k --machines 1000000 --days 365 --seed 0 --stories loose-cable,pool-leak ' +
      '--out t.jsonl --end 2026-01-01 --concurrency 64 --speed 5000';
    expect(read(line)).toMatchObject({
      value: {
        run: {
          ...{ url: 'https://inpage.example', machines: 1_000_000, days: 365, seed: 0, out: 't.jsonl' },
          ...{ stories: ['loose-cable', 'pool-leak'], end: new Date('2026-01-01'), concurrency: 64, speed: 5000 },
        },
      },
    });
  });

  it.each([
    ['--machines 9', '--machines is a whole number from 10 to 1000000'],
    ['--machines many', '--machines is a whole number'],
    ['--machines 1e3', '--machines is a whole number'],
    ['--days 6', '--days is a whole number from 7 to 730'],
    ['--seed 9007199254740993', '--seed is a whole number'],
    ['--concurrency 0', '--concurrency is a whole number from 1 to 256'],
    ['--speed fast', '--speed is a whole number'],
    ['--stories bad-hair', '--stories does not know bad-hair'],
    ['--url ftp://x', '--url is an http or https address'],
    ['--end someday', '--end is a date'],
    ['--unknown 1', 'unknown'],
    ['stray', 'stray'],
  ])('says what is wrong with %s', (line, why) =>
    expect(read(`--key k ${line}`)).toEqual({ ok: false, error: expect.stringContaining(why) as string }),
  );

  it('names all faults at once', () => {
    const result = read('--machines 1 --days 1');
    for (const name of ['--machines', '--days', '--key'])
      expect(result).toMatchObject({ error: expect.stringContaining(name) });
  });

  it('knows no stories on request', () =>
    expect(read('--key k --stories none')).toMatchObject({ value: { run: { stories: [] } } }));
  it('helps without a key', () => expect(read('--help')).toEqual({ ok: true, value: { help: true } }));
});

describe('what fleetsim says about itself', () => {
  const docs = readFileSync(new URL('../../../../docs/fleetsim.md', import.meta.url), 'utf8');
  it.each(Object.keys(OPTIONS))('--%s is in --help and in docs/fleetsim.md', (name) => {
    expect(USAGE).toContain(`--${name} `);
    expect(docs).toContain(`\`--${name}\``);
  });
  it.each(STORY_IDS)('the story %s is in --help and in docs/fleetsim.md', (id) => {
    expect(USAGE).toContain(id);
    expect(docs).toContain(`\`${id}\``);
  });
});
