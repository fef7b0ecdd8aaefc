import { excessChance, standingOut } from './discovery/excess.js';
import { adjustForDiscovery } from './discovery/false-discovery.js';
import { liftOf } from './discovery/lift.js';
import { compareRates } from './rates/compare-rates.js';
import { DAYS_PER_DISK_YEAR } from './rates/exposure.js';
import { RATE_FLOOR, rateOf, rateOrNot } from './rates/rate.js';
import { shareOf } from './rates/share-of.js';
import { DISK_SHAPE, diskRisk, HALF_LIFE_DAYS, RISK_DAYS } from './risk/disk-risk.js';
import { expectedCost } from './risk/expected-cost.js';
import { smartSignal } from './risk/smart-rates.js';
import { SWAP_RATIO, swapTest } from './risk/swap-test.js';
import { medianOf } from './score-card/median.js';
import { fitPrior, MAX_SHAPE, MIN_GROUPS, WEAK_PRIOR_DISK_YEARS } from './shrinkage/fit-prior.js';
import { chanceAbove, priorMean, shrunkenRate } from './shrinkage/gamma-prior.js';
import { EB05_SIGNAL, MIN_CELLS_FOR_MIXTURE, reportingRatio, signalOf } from './shrinkage/unusual-cells.js';
import { of, years } from './sound.fixture.js';
import { cusum } from './trend/cusum.js';
import { delayCurve, MIN_ARRIVALS } from './trend/delay.js';
import { ewma } from './trend/ewma.js';
import { designCusum } from './trend/run-length.js';
import { arrivedAt, LEAST_SHARE_TO_COMPLETE, stillArriving } from './trend/still-arriving.js';
import { BACKBLAZE_MODELS, VECTORS } from './vectors.fixture.js';

const whole = (n: number): string => Math.round(n).toLocaleString('en');
const fix = (n: number | null, digits: number): string => (n === null ? 'no bound' : n.toFixed(digits));
const percent = (n: number, digits = 1): string => `${(100 * n).toFixed(digits)} %`;
const days = (events: number, diskDays: number) => years(events, diskDays / DAYS_PER_DISK_YEAR);

/** Narrows a tagged answer, so that a worked example cannot speak of a case that did not happen. */
function expectKind<T extends { kind: string }, K extends T['kind']>(answer: T, kind: K): Extract<T, { kind: K }> {
  if (answer.kind !== kind) throw new Error(`${answer.kind} instead of ${kind}`);
  return answer as Extract<T, { kind: K }>;
}

const models = BACKBLAZE_MODELS.map(([, failed, diskDays]) => days(failed, diskDays));
const { prior } = fitPrior(models, { expectedRate: 0.01 });

function rates(): string[] {
  const line = (events: number, diskDays: number): string => {
    const { value, low, high } = rateOf(days(events, diskDays));
    return `${events} ${events === 1 ? 'event' : 'events'} in ${whole(diskDays)} disk-days: ${percent(value, 2)} a year, between ${percent(low, 2)} and ${percent(high, 2)}.`;
  };
  const short = expectKind(rateOrNot(days(1, 3650), 7), 'not-enough');
  return [
    line(0, 10_000),
    line(1, 10_000),
    line(2, 10_000),
    line(25, 934_000),
    `The floor is ${RATE_FLOOR.disks} disks and ${whole(RATE_FLOOR.diskDays)} disk-days. Of 7 disks with 3,650 disk-days the answer is: not enough, ${short.missingDisks} disks and ${whole(short.missingDiskDays)} disk-days are missing.`,
  ];
}

function comparisons(): string[] {
  const line = (label: string, x1: number, t1: number, x0: number, t0: number): string => {
    const { ratio, pHigher } = expectKind(compareRates(years(x1, t1), years(x0, t0)), 'ratio');
    return `${label}: ${x1} in ${fix(t1, 1)} disk-years against ${x0} in ${fix(t0, 1)}: ratio ${ratio.value === null ? 'unknown' : ratio.value.toFixed(2)}, between ${fix(ratio.low, 2)} and ${fix(ratio.high, 2)}, p ${pHigher.toFixed(4)}.`;
  };
  const [bad, , , clear] = VECTORS.firmwareContrast;
  return [
    line('Firmware XCV10100 of a 1.92 TB model', bad!.x1, bad!.t1, bad!.x0, bad!.t0),
    line('The same firmware of the 480 GB model', clear!.x1, clear!.t1, clear!.x0, clear!.t0),
    line('One event against none', 1, 1, 0, 9),
  ];
}

function shrinkage(): string[] {
  const line = (name: string): string => {
    const [, failed, diskDays] = BACKBLAZE_MODELS.find(([model]) => model === name)!;
    const group = days(failed, diskDays);
    const { value, low, high, ownWeight } = shrunkenRate(prior, group);
    return `${name}, ${whole(failed)} in ${whole(diskDays)} disk-days: raw ${percent(rateOf(group).value, 1)}, shrunken ${percent(value, 1)} (${percent(low, 1)} to ${percent(high, 1)}), own weight ${percent(ownWeight, 0)}.`;
  };
  const worst = BACKBLAZE_MODELS.find(([model]) => model === 'st2000dl003')!;
  const doubled = chanceAbove(prior, days(worst[1], worst[2]), 2);
  return [
    `Backblaze's 81 models give shape ${prior.shape.toFixed(4)} and ${prior.diskYears.toFixed(2)} disk-years, a mean of ${percent(priorMean(prior), 2)} a year.`,
    line('st2000dl003'),
    line('toshiba mg10aca20te'),
    line('toshiba mg07aca14ta'),
    `That st2000dl003 fails more than twice as often as the mean has a chance of ${percent(doubled, 2)}.`,
    `With fewer than ${MIN_GROUPS} groups the expected rate counts as ${WEAK_PRIOR_DISK_YEARS} disk-years. The shape is never taken to be above ${MAX_SHAPE}.`,
  ];
}

function cells(): string[] {
  const { a1, b1, a2, b2, P } = VECTORS.ebgm.theta;
  const mixture = { share: P, unusual: { shape: a1, rate: b1 }, ordinary: { shape: a2, rate: b2 } };
  const line = (count: number, expected: number): string => {
    const { ebgm, eb05, eb95 } = signalOf(mixture, { count, expected });
    return `${count} seen where ${expected.toFixed(3)} were expected: raw ratio ${(count / expected).toFixed(1)}, EBGM ${ebgm.toFixed(2)}, 5 % and 95 % bounds ${eb05.toFixed(2)} and ${eb95.toFixed(2)}.`;
  };
  return [
    line(1, 0.0360548272),
    line(8, 0.30482718),
    `A signal is a 5 % bound of ${EB05_SIGNAL} or more. Below ${MIN_CELLS_FOR_MIXTURE} cells one gamma takes the place of two.`,
    `A model with 3 of 10 crashes of a status that makes 10 of 100 elsewhere has a reporting ratio of ${reportingRatio(3, 7, 10, 90)!.toFixed(1)}.`,
  ];
}

function discovery(): string[] {
  const { p } = VECTORS.benjaminiHochberg;
  const q = adjustForDiscovery(p);
  const [quiet] = standingOut([years(1, 5), years(0, 45), years(0, 50)], (group) => group);
  const lift = expectKind(liftOf(of(18, 20), of(200, 1000)), 'lift');
  return [
    `Of the 15 p-values in the paper of 1995, ${p.filter((v) => v <= 0.05).length} are up to 0.05, and after adjustment ${q.filter((v) => v <= 0.05).length}; the fourth goes from ${p[3]!.toFixed(4)} to ${q[3]!.toFixed(4)}.`,
    `4 events where 1 is normal have a chance of ${percent(excessChance(4, 1), 1)}.`,
    `1 event in 5 of 100 disk-years, none in the others: p ${quiet!.p.toFixed(2)}, with three groups in the family q ${quiet!.q.toFixed(2)}.`,
    `18 of 20 disks of a group have a firmware that 200 of 1,000 have in the fleet: lift ${lift.value.toFixed(1)}, between ${lift.low.toFixed(1)} and ${lift.high.toFixed(1)}, p ${lift.p.toExponential(0)}.`,
  ];
}

function trend(): string[] {
  const line = (ordinary: number): string => {
    const { k, h, weeksToFalseAlarm, weeksToDetection } = expectKind(designCusum(ordinary, 2, 260), 'design');
    return `${ordinary} a week, watched for a doubling: k ${k.toFixed(3)}, h ${h.toFixed(2)}; a false alarm every ${whole(weeksToFalseAlarm)} weeks, a doubling shows after ${whole(weeksToDetection)}.`;
  };
  const sums = cusum(
    [0, 2, 1, 3, 0].map((events) => ({ events, weight: 1 })),
    { k: 1, h: 3 },
  );
  const smooth = ewma(VECTORS.ewma.data.slice(0, 3), VECTORS.ewma.lambda_, VECTORS.ewma.start);
  return [
    `Weeks with 0, 2, 1, 3 and 0 events, k 1, h 3: sums ${sums.map(({ sum }) => sum).join(', ')}; the alarm rings in week ${sums.findIndex(({ alarm }) => alarm) + 1}.`,
    line(0.25),
    line(2),
    line(10),
    `EWMA with λ ${VECTORS.ewma.lambda_} from ${VECTORS.ewma.start} over ${VECTORS.ewma.data.slice(0, 3).join(', ')}: ${smooth.map((z) => z.toFixed(2)).join(', ')}.`,
  ];
}

function late(): string[] {
  const old = Array.from({ length: 30 }, (_, i) => ({ ageDays: 20, delayDays: i < 15 ? 0 : i < 27 ? 1 : 2 }));
  const young = Array.from({ length: 10 }, () => ({ ageDays: 1, delayDays: 0 }));
  const curve = expectKind(delayCurve([...old, ...young], 5), 'delays');
  const day0 = arrivedAt(curve, 0);
  const { expected, low, high } = expectKind(stillArriving(6, day0), 'estimate');
  const none = expectKind(stillArriving(0, day0), 'estimate');
  const naive = (15 + 10) / 40;
  return [
    `30 records of 20 days ago took 0 (15), 1 (12) and 2 days (3); 10 of yesterday took 0. The plain share of same-day records is ${percent(naive, 1)}, the estimate ${percent(day0.share, 1)} (${percent(day0.low, 0)} to ${percent(day0.high, 0)}).`,
    `A day with 6 records, seen the same day: ${expected.toFixed(1)} more are expected, ${low} to ${high}. With none counted yet: ${none.expected.toFixed(1)}, ${none.low} to ${none.high}.`,
    `Fewer than ${MIN_ARRIVALS} arrivals make no curve; a day is completed once at least ${percent(LEAST_SHARE_TO_COMPLETE, 0)} of it has surely arrived.`,
  ];
}

function risk(): string[] {
  const disk = diskRisk({
    fleetRate: 0.01,
    modelRate: 0.02,
    stops: [{ ageDays: 9, weight: 1 }],
    observedDays: 300,
    signals: [smartSignal(187, 1)!, smartSignal(5, 3)!, smartSignal(197, null)!],
  });
  const parts = disk.parts.map(({ id, state, times }) =>
    state === 'counted' ? `${id} ${id === 'fleet' ? percent(times, 1) : `× ${times.toFixed(2)}`}` : `${id} ${state}`,
  );
  const swap = swapTest({
    before: years(4, 0.25),
    diskAfter: years(3, 0.1),
    pcAfter: years(0, 0.1),
    ordinaryRate: 0.02,
  });
  const early = swapTest({
    before: years(4, 0.25),
    diskAfter: years(0, 0.005),
    pcAfter: years(0, 0.005),
    ordinaryRate: 0.02,
  });
  const { ifLeft, gain } = expectedCost(0.4, { stop: 900, replacement: 150, prevents: 0.9 });
  return [
    `A disk: ${parts.join(', ')}. Rate ${disk.ratePerYear.toFixed(1)} a year; chance of another stop in ${RISK_DAYS} days ${percent(disk.chance, 0)}, between ${percent(disk.low, 0)} and ${percent(disk.high, 0)}.`,
    `κ is ${DISK_SHAPE} until a fleet has fitted its own; a stop and a quiet day count half after ${HALF_LIFE_DAYS} days.`,
    `A chance of 40 %, 900 for a stop, 150 for a new disk that prevents 90 %: expected loss ${ifLeft}, gain of replacing ${gain}.`,
    `4 stops in 91 days, then the disk moves; 37 days later it has stopped its new PC 3 times and the old PC is quiet: ${whole(swap.likelihoodRatio)} to 1 for the disk. Two quiet days on both sides: ${early.likelihoodRatio.toFixed(1)} to 1. The verdict needs ${SWAP_RATIO} to 1.`,
  ];
}

function card(): string[] {
  const precision = expectKind(shareOf(of(9, 10)), 'share');
  const median = expectKind(medianOf([2, 3, 5, 8, 13, 21, 34]), 'median');
  return [
    `9 of 10 findings confirmed: precision ${percent(precision.value, 0)}, between ${percent(precision.low, 0)} and ${percent(precision.high, 0)}.`,
    `Lead times of 2, 3, 5, 8, 13, 21 and 34 days: median ${median.value}, between ${fix(median.low, 0)} and ${fix(median.high, 0)}.`,
  ];
}

const CHAPTERS = { rates, comparisons, shrinkage, cells, discovery, trend, late, risk, card };

/** The sentences with numbers in docs/statistics.md, made by the functions they speak of. */
export const workedExamples = (): string[] => Object.values(CHAPTERS).flatMap((chapter) => chapter());
