import { describe, expect, it } from 'vitest';
import { progressLine } from './report.js';

describe('progressLine', () => {
  it('says how far, how fast and how long still', () =>
    expect(progressLine({ machines: 125, of: 500, records: 9000, seconds: 2 })).toBe(
      '125 of 500 machines · 9,000 records · 4,500/s · 6 s left',
    ));
  it('does not divide by nothing', () =>
    expect(progressLine({ machines: 0, of: 500, records: 0, seconds: 0 })).toBe('0 of 500 machines · 0 records · 0/s'));
});
