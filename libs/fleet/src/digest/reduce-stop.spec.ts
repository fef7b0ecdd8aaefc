import { describe, expect, it } from 'vitest';
import { correlate } from './correlate.js';
import { bugcheck, evidence, INPAGE, MINUTE, NOON, ZEROS } from './evidence.fixture.js';
import type { Evidence } from './evidence.js';
import { reduceStop } from './reduce-stop.js';

const reduce = (...told: Evidence[]) => {
  const [stopped, ...others] = correlate(told);
  expect(others).toEqual([]);
  return reduceStop(stopped!);
};
const at = (kind: Evidence['kind'], over: Partial<Evidence> = {}) => evidence(kind, NOON, over);

describe('the evidence grade', () => {
  it.each([
    ['A', 'a dump was read', [at('crash', { ...bugcheck, source: 'dump' }), at('kernel-power-41')]],
    ['B', 'a crash record says so', [at('crash', { ...bugcheck, source: 'reduced' })]],
    ['B', 'an event 1001 says so', [at('wer-1001', bugcheck), at('kernel-power-41', bugcheck)]],
    ['B', 'an event 1000 says so', [at('wer-1000', bugcheck)]],
    ['C', 'only Kernel-Power 41 knows a code', [at('kernel-power-41', bugcheck), at('eventlog-6008')]],
    ['D', 'nobody knows a code', [at('kernel-power-41', { parameters: ZEROS }), at('eventlog-6008'), at('volmgr-161')]],
    ['D', 'the 1001 cannot be read', [at('wer-1001')]],
  ] as const)('is %s where %s', (grade, _why, told) => {
    expect(reduce(...told).grade).toBe(grade);
  });
});

describe('code and parameters', () => {
  it('come from the record that knows most parameters, not from the strongest', () => {
    const vague = at('crash', { code: 0x7a, parameters: [INPAGE[0], undefined, undefined, undefined] });
    expect(reduce(vague, at('wer-1001', bugcheck)).parameters).toEqual(INPAGE);
    expect(
      reduce(at('kernel-power-41', { code: 0x7a, parameters: ZEROS }), at('wer-1001', bugcheck)).parameters,
    ).toEqual(INPAGE);
  });

  it('come from the strongest where two know as much', () => {
    const flagged = at('wer-1001', { code: 0x1000007a, parameters: INPAGE });
    expect(reduce(at('kernel-power-41', bugcheck), flagged).code).toBe(0x1000007a);
  });

  it('are absent where no record has a code, and the decode says so', () => {
    const stop = reduce(at('kernel-power-41', { code: 0, parameters: ZEROS }));
    expect(stop).toMatchObject({ code: undefined, parameters: undefined, decode: { family: 'unclean-shutdown' } });
  });

  it('are decoded', () => {
    expect(reduce(at('wer-1001', bugcheck)).decode).toMatchObject({
      family: 'inpage',
      layout: 'C',
      status: 0xc000000e,
    });
  });
});

describe('the crash time', () => {
  const boot = [
    evidence('kernel-power-41', NOON + 5 * MINUTE, { parameters: ZEROS }),
    evidence('eventlog-6008', NOON + 4 * MINUTE, { stoppedAtMs: NOON - MINUTE }),
  ] as const;

  it('is exact where a crash record tells it', () => {
    expect(reduce(evidence('crash', NOON, bugcheck), ...boot)).toMatchObject({ stoppedAtMs: NOON, precision: 'exact' });
  });

  it('is the last sign of life where 6008 has one', () => {
    expect(reduce(...boot)).toMatchObject({ stoppedAtMs: NOON - MINUTE, precision: 'last-alive' });
  });

  it('is the first report of the next boot where nothing better is known', () => {
    const blind = evidence('eventlog-6008', NOON + 4 * MINUTE);
    expect(reduce(boot[0], blind)).toMatchObject({ stoppedAtMs: NOON + 4 * MINUTE, precision: 'next-boot' });
  });

  it('is corrected by a clock that was more than five minutes off', () => {
    const off = { clockSkewMs: 60 * MINUTE };
    expect(reduce(evidence('crash', NOON, { ...bugcheck, ...off })).stoppedAtMs).toBe(NOON + 60 * MINUTE);
    expect(reduce(evidence('crash', NOON, { ...bugcheck, clockSkewMs: -5 * MINUTE })).stoppedAtMs).toBe(NOON);
    expect(reduce(evidence('eventlog-6008', NOON, { stoppedAtMs: NOON - MINUTE, ...off })).stoppedAtMs).toBe(
      NOON + 59 * MINUTE,
    );
  });
});

describe('a reduced stop', () => {
  const told = [
    evidence('crash', NOON, {
      ...bugcheck,
      disk: { model: 'Samsung SSD 870 EVO 1TB' },
      receivedAtMs: NOON + 9 * MINUTE,
    }),
    evidence('volmgr-161', NOON + 2 * MINUTE, { receivedAtMs: NOON + 3 * MINUTE }),
    evidence('kernel-power-41', NOON + 3 * MINUTE, { powerButton: true, driverStack: [{ name: 'disk' }] }),
  ] as const;

  it('takes from each record what it alone knows', () => {
    expect(reduce(...told)).toMatchObject({
      dumpFailed: true,
      powerButton: true,
      disk: { model: 'Samsung SSD 870 EVO 1TB' },
      driverStack: [{ name: 'disk' }],
    });
  });

  it('is named after its strongest record, and dated by its first report and first arrival', () => {
    expect(reduce(...told)).toMatchObject({ id: told[0].recordId, reportedAtMs: NOON, arrivedAtMs: NOON + 3 * MINUTE });
  });
});
