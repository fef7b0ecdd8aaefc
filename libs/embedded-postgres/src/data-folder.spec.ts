import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMarker, judgeDataFolder } from './data-folder.js';

const judge = (entries: string[], marker?: string, clusterVersion?: string) =>
  judgeDataFolder({ entries, marker, clusterVersion });
const marker = (format: unknown, postgresMajor: unknown) => JSON.stringify({ format, postgresMajor });

describe('judgeDataFolder', () => {
  it.each([
    ['an empty folder is fresh', [], undefined, undefined, 'fresh'],
    ['the root of a volume is fresh', ['lost+found'], undefined, undefined, 'fresh'],
    [
      'a folder whose making was interrupted is fresh',
      ['inpage.lock', 'logs', 'postgres', 'postgres-18.4.0'],
      undefined,
      undefined,
      'fresh',
    ],
    ['a server with a database elsewhere left its key', ['auth-secret'], undefined, undefined, 'fresh'],
    ['a complete database without a marker is kept', ['postgres'], undefined, '18\n', 'unmarked'],
    [
      'a marked database is ready, whatever lies beside it',
      ['inpage-data.json', 'postgres', 'notes.txt'],
      formatMarker(),
      '18\n',
      'ready',
    ],
  ])('%s', (_, entries, text, version, state) => {
    expect(judge(entries, text, version)).toEqual({ ok: true, value: state });
  });

  it.each([
    ['somebody else’s folder', ['holiday.jpg'], undefined, undefined, 'foreign'],
    ['a PostgreSQL folder that is not ours', ['PG_VERSION', 'base', 'global'], undefined, undefined, 'foreign'],
    ['a marker that is not JSON', ['inpage-data.json'], '', '18', 'foreign'],
    ['a marker that is null', ['inpage-data.json'], 'null', '18', 'foreign'],
    ['a marker without numbers', ['inpage-data.json'], marker('1', 18), '18', 'foreign'],
    ['a later format', ['inpage-data.json'], marker(2, 18), '18', 'newer'],
    ['a later PostgreSQL by its marker', ['inpage-data.json'], marker(1, 19), '19', 'newer'],
    ['a later PostgreSQL by its folder', ['inpage-data.json'], marker(1, 18), '19', 'newer'],
    ['an earlier PostgreSQL', ['inpage-data.json'], marker(1, 17), '17', 'older'],
    ['an earlier PostgreSQL without a marker', ['postgres'], undefined, '17', 'older'],
    ['a marker without its database', ['inpage-data.json'], marker(1, 18), undefined, 'start-failed'],
  ])('refuses %s', (_, entries, text, version, code) => {
    expect(judge(entries, text, version)).toMatchObject({ ok: false, error: { code } });
  });

  it('never calls a folder fresh that has a database in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.option(fc.string(), { nil: undefined }),
        fc.string(),
        (entries, text, version) => {
          const judged = judge(entries, text, version);
          expect(judged.ok && judged.value).not.toBe('fresh');
        },
      ),
    );
  });
});
