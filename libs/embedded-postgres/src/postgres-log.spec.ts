import { describe, expect, it } from 'vitest';
import { lastWords, saysDiskFull, saysPredecessorLeaving } from './postgres-log.js';

describe('the words of PostgreSQL', () => {
  it('tell a full disk from other trouble', () => {
    expect(saysDiskFull('FATAL:  could not write lock file "postmaster.pid": No space left on device')).toBe(true);
    expect(saysDiskFull('FATAL:  could not write to file: Disk quota exceeded')).toBe(true);
    expect(saysDiskFull('FATAL:  could not open file: Permission denied')).toBe(false);
  });

  it('tell that a killed predecessor is still leaving', () => {
    expect(saysPredecessorLeaving('FATAL:  pre-existing shared memory block (key 7, ID 3) is still in use')).toBe(true);
  });

  it('are cut to the last four lines', () => expect(lastWords('1\n2\n3\n4\n5\n\n')).toBe('2\n3\n4\n5'));
});
