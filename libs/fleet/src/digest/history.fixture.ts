import fc from 'fast-check';
import type { Evidence } from './evidence.js';
import { DAY, evidence, HOUR, NOON, ZEROS } from './evidence.fixture.js';

const SECOND = 1000;

/** How one stop goes: what of it is recorded, and how long until the PC is back and until it stops again. */
const stopArbitrary = fc.record({
  code: fc.constantFrom(undefined, 0x7a, 0x7a, 0x77, 0xef),
  /** Off for a while before it boots: minutes after a reset, days over a long weekend. */
  offMs: fc.oneof(
    fc.integer({ min: 40, max: 200 }).map((s) => s * SECOND),
    fc.constant(3 * DAY),
  ),
  /** From the last event of that boot to the next stop. Short ones are boot loops and second crashes within five minutes. */
  upMs: fc.oneof(
    fc.integer({ min: 15, max: 240 }).map((s) => s * SECOND),
    fc.integer({ min: 1, max: 300 }).map((h) => h * HOUR),
  ),
  kernelPower: fc.constantFrom<'all' | 'code' | 'nothing'>('all', 'code', 'nothing'),
  /** A dump, read by an agent: reduced to a crash record, or with its facts. */
  dump: fc.constantFrom('none' as const, 'none' as const, 'reduced' as const, 'facts' as const),
  wer: fc.constantFrom(undefined, 'wer-1001' as const, 'wer-1000' as const),
  noDump: fc.boolean(),
  /** A second collector that cuts times to seconds. */
  copies: fc.boolean(),
  aliveFirst: fc.boolean(),
  msOfSecond: fc.integer({ min: 0, max: 999 }),
});
type StopPlan = typeof stopArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** The evidence of each stop of one machine, stop by stop. Parameters differ from stop to stop, as addresses do. */
export const history: fc.Arbitrary<Evidence[][]> = fc.array(stopArbitrary, { minLength: 1, maxLength: 12 }).map(write);

function write(plans: readonly StopPlan[]): Evidence[][] {
  let atMs = NOON;
  return plans.map((plan, n) => {
    const told = writeStop(plan, atMs, n);
    atMs = Math.max(...told.map((e) => e.reportedAtMs)) + plan.upMs;
    return told;
  });
}

function writeStop(plan: StopPlan, stoppedAtMs: number, n: number): Evidence[] {
  const bootMs = stoppedAtMs + plan.offMs + plan.msOfSecond;
  const at = BigInt(n + 1);
  const said =
    plan.code === undefined
      ? {}
      : { code: plan.code, parameters: [0xfffff80000000000n + at, 0xffffffffc000000en, at, 0n] as const };
  const kept = { all: said, code: { code: plan.code, parameters: ZEROS }, nothing: { parameters: ZEROS } }[
    plan.kernelPower
  ];
  const [first, second] = plan.aliveFirst ? [0, 2] : [2, 0];
  const events = [
    evidence('eventlog-6008', bootMs + first * SECOND, { stoppedAtMs: stoppedAtMs - 10 * SECOND }),
    evidence('kernel-power-41', bootMs + second * SECOND, kept),
    ...(plan.noDump ? [evidence('volmgr-161', bootMs + SECOND)] : []),
    ...(plan.wer && plan.code !== undefined
      ? [evidence(plan.wer, bootMs + 9 * SECOND, { ...said, reportId: `report ${n}` })]
      : []),
  ];
  const copies = plan.copies ? events.map(cutToSeconds) : [];
  const facts = plan.dump === 'facts' ? { dump: { kind: 'triage', complete: true } } : {};
  const dump =
    plan.dump !== 'none' && plan.code !== undefined
      ? [evidence('crash', stoppedAtMs, { ...said, ...facts, source: 'dump' })]
      : [];
  return [...dump, ...events, ...copies];
}

const cutToSeconds = (e: Evidence): Evidence => ({
  ...evidence(e.kind, Math.floor(e.reportedAtMs / SECOND) * SECOND, { code: e.code, parameters: e.parameters }),
  stoppedAtMs: e.stoppedAtMs,
  reportId: e.reportId,
});
