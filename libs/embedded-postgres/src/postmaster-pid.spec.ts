import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePostmasterPid, withPid } from './postmaster-pid.js';

const READY = '4711\n/data/postgres/data\n1790000000\n5432\n/data/postgres/run\n\n  1234567     98304\nready   \n';

describe('parsePostmasterPid', () => {
  it('reads what a ready server wrote', () => {
    expect(parsePostmasterPid(READY)).toEqual({
      pid: 4711,
      dataDir: '/data/postgres/data',
      port: 5432,
      socketDir: '/data/postgres/run',
      status: 'ready',
    });
  });

  it('knows no status while the file is half written', () => {
    expect(parsePostmasterPid('4711\n/data/postgres/data\n1790000000\n')).toMatchObject({
      pid: 4711,
      port: 0,
      socketDir: '',
      status: undefined,
    });
  });

  it('reads the negated id of a single-user backend', () => expect(parsePostmasterPid('-4711\n')?.pid).toBe(4711));

  it('takes no file without a process id for one, and never throws', () => {
    expect(parsePostmasterPid('')).toBeUndefined();
    expect(parsePostmasterPid('0\n')).toBeUndefined();
    fc.assert(fc.property(fc.string(), (text) => void parsePostmasterPid(text)));
  });

  it('changes the id and nothing else', () => {
    expect(withPid(READY, 1)).toBe(READY.replace('4711', '1'));
  });
});
