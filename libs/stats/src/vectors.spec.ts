import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { adjustForDiscovery } from './discovery/false-discovery.js';
import { compareRates } from './rates/compare-rates.js';
import { exposed, type Exposed } from './rates/exposure.js';
import { rateOf } from './rates/rate.js';
import { fitPrior, negLogLikelihood } from './shrinkage/fit-prior.js';
import { chanceAbove, priorMean, rankByLowerBound, shrunkenRate } from './shrinkage/gamma-prior.js';
import { type Mixture, mixturePosterior } from './shrinkage/mixture.js';
import { signalOf } from './shrinkage/unusual-cells.js';
import { referenceValue } from './trend/cusum.js';
import { ewma, ewmaLimits } from './trend/ewma.js';
import { averageRunLength } from './trend/run-length.js';
import { BACKBLAZE_MODELS, VECTORS } from './vectors.fixture.js';

const FACTS = fileURLToPath(new URL('../../../../shared/domain/data/', import.meta.url));

function sound(events: number, diskDays: number): Exposed {
  const made = exposed(events, diskDays);
  if (!made.ok) throw new Error(made.error);
  return made.value;
}
const years = (events: number, diskYears: number): Exposed => sound(events, diskYears * 365);

/** Equal to so many parts in a billion. */
function expectClose(got: number, want: number, perBillion = 1): void {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(Math.abs(want) * perBillion * 1e-9);
}

describe('Garwood', () => {
  it.each(VECTORS.garwood)('$x events in $drive_days disk-days', ({ x, drive_days, afr, lo, hi }) => {
    const rate = rateOf(sound(x, drive_days));
    expectClose(rate.value, afr);
    expectClose(rate.low, lo);
    expectClose(rate.high, hi);
  });
});

describe('shrinkage of ten pumps', () => {
  const { x, t, alpha, beta, nll, posteriorMean, posterior95 } = VECTORS.pumps;
  const pumps = x.map((events, i) => years(events, t[i]!));
  const { prior, basis } = fitPrior(pumps, { expectedRate: 1, minGroups: 10 });

  it('finds the published prior', () => {
    expect(basis).toBe('fitted');
    expectClose(prior.shape, alpha, 1000);
    expectClose(prior.diskYears, beta, 1000);
    expectClose(negLogLikelihood(prior, pumps), nll);
  });
  it('lies at the top of the likelihood, not beside it as a simplex search does', () => {
    expect(negLogLikelihood(prior, pumps)).toBeLessThanOrEqual(nll + 1e-12);
  });
  it.each(x.map((_, i) => i))('pump %i', (i) => {
    const rate = shrunkenRate({ shape: alpha, diskYears: beta }, pumps[i]!, 0.95);
    expectClose(rate.value, posteriorMean[i]!);
    expectClose(rate.low, posterior95[i]![0]!);
    expectClose(rate.high, posterior95[i]![1]!);
  });
});

describe('shrinkage of 81 models', () => {
  const { alpha, beta, nll, prior_mean_afr, rows } = VECTORS.backblaze;
  const models = BACKBLAZE_MODELS.map(([, failed, days]) => sound(failed, days));
  const { prior } = fitPrior(models, { expectedRate: 0.01 });

  it('fits the prior to the fleet', () => {
    expectClose(prior.shape, alpha, 1000);
    expectClose(prior.diskYears, beta, 1000);
    expectClose(priorMean(prior), prior_mean_afr, 1000);
    expectClose(negLogLikelihood(prior, models), nll);
  });
  it.each(rows)('$model', (row) => {
    const group = sound(row.failed, row.drive_days);
    const rate = shrunkenRate({ shape: alpha, diskYears: beta }, group);
    expectClose(rate.value, row.afr_shrunk);
    expectClose(rate.low, row.cred90[0]!);
    expectClose(rate.high, row.cred90[1]!);
    expectClose(rate.q05, row.cred90[0]!);
    const above = chanceAbove({ shape: alpha, diskYears: beta }, group, 2);
    expect(above).toBeCloseTo(row.p_gt_twice_mean, 11);
  });
});

describe('EBGM', () => {
  const { a1, b1, a2, b2, P } = VECTORS.ebgm.theta;
  const prior: Mixture = { share: P, unusual: { shape: a1, rate: b1 }, ordinary: { shape: a2, rate: b2 } };

  it.each(VECTORS.ebgm.rows)('$n seen, $E expected', ({ n, E, Qn, EBGM, EB05, EB95, ...published }) => {
    const signal = signalOf(prior, { count: n, expected: E });
    expectClose(mixturePosterior(prior, { count: n, expected: E }).share, Qn);
    expectClose(signal.ebgm, EBGM);
    expectClose(signal.eb05, EB05, 10);
    expectClose(signal.eb95, EB95, 10);
    expect(Math.abs(signal.ebgm - published.EBGM_published)).toBeLessThan(0.01);
    expect(Math.abs(signal.eb05 - published.EB05_published)).toBeLessThan(0.01);
    expect(Math.abs(signal.eb95 - published.EB95_published)).toBeLessThan(0.01);
  });
});

describe('Benjamini and Hochberg', () => {
  it('adjusts the fifteen p-values of their paper', () => {
    const { p, adjusted, rejected_at_005 } = VECTORS.benjaminiHochberg;
    const q = adjustForDiscovery(p);
    q.forEach((value, i) => expect(value).toBeCloseTo(adjusted[i]!, 6));
    expect(q.filter((value) => value <= 0.05)).toHaveLength(rejected_at_005);
  });
});

describe('EWMA', () => {
  it('is that of the NIST e-Handbook', () => {
    const { data, ewma: smooth, ucl, lcl, lambda_, start, s } = VECTORS.ewma;
    ewma(data, lambda_, start).forEach((z, i) => expect(z).toBeCloseTo(smooth[i]!, 4));
    const [low, high] = ewmaLimits(start, s, lambda_);
    expectClose(low, lcl);
    expectClose(high, ucl);
  });
});

describe('Poisson CUSUM', () => {
  it.each(VECTORS.poissonCusum)('$mu0 to $mu1, alarm at $h', ({ mu0, mu1, k_exact, k_used, h, arl0, arl1 }) => {
    expectClose(referenceValue(mu0, mu1), k_exact);
    const setting = { k: k_used, h, perUnit: 20 };
    expectClose(averageRunLength(mu0, setting), arl0);
    expectClose(averageRunLength(mu1, setting), arl1);
  });
});

describe('firmware against firmware', () => {
  it.each(VECTORS.firmwareContrast)('$model $firmware', ({ x1, t1, x0, t0, rate_ratio, ci95, p_one_sided }) => {
    const comparison = compareRates(years(x1, t1), years(x0, t0));
    if (comparison.kind !== 'ratio') throw new Error('no events');
    expectClose(comparison.ratio.value!, rate_ratio);
    expectClose(comparison.ratio.low, ci95[0]!);
    expectClose(comparison.ratio.high!, ci95[1]!);
    expectClose(comparison.pHigher, p_one_sided);
  });
});

describe.skipIf(!existsSync(FACTS))('with the collected facts (absent outside our own machines)', () => {
  it('the copied vectors are the vectors', () => {
    const source = JSON.parse(readFileSync(`${FACTS}test-vectors.json`, 'utf8'));
    expect(VECTORS.garwood).toEqual(source.garwood);
    expect(source.gammaPoisson_pumps).toMatchObject(VECTORS.pumps);
    expect(source.ebgm).toMatchObject(VECTORS.ebgm);
    expect(source.benjaminiHochberg).toMatchObject(VECTORS.benjaminiHochberg);
    expect(source.ewma).toMatchObject(VECTORS.ewma);
    expect(VECTORS.poissonCusum).toEqual(source.poissonCusum.rows);
    expect(source.gammaPoisson_backblaze).toMatchObject(VECTORS.backblaze);
    expect(VECTORS.firmwareContrast).toEqual(source.firmwareContrast.rows);
  });

  it('ranks the known bad firmware of 655 groups where the vectors have it', () => {
    const { groups, alpha, beta, nll, top } = VECTORS.linuxhwFirmware;
    const [header, ...lines] = readFileSync(`${FACTS}linuxhw-enterprise-firmware.csv`, 'utf8').trim().split('\n');
    const column = Object.fromEntries(
      header!
        .trim()
        .split(',')
        .map((name, i) => [name, i]),
    );
    const rows = lines.map((line) => line.trim().split(',')).filter((row) => row[column['kind']!] !== 'HDD');
    const firmwares = rows.map((row) => ({
      name: `${row[column['model']!]} ${row[column['firmware']!]}`,
      seen: sound(Number(row[column['drives_with_error']!]), Number(row[column['power_on_hours']!]) / 24),
    }));
    expect(firmwares).toHaveLength(groups);
    const { prior } = fitPrior(
      firmwares.map(({ seen }) => seen),
      { expectedRate: 0.01 },
    );
    expectClose(prior.shape, alpha, 1000);
    expectClose(prior.diskYears, beta, 1000);
    expectClose(
      negLogLikelihood(
        prior,
        firmwares.map(({ seen }) => seen),
      ),
      nll,
    );
    const ranked = rankByLowerBound(firmwares, ({ seen }) => seen, prior).slice(0, top.length);
    expect(ranked.map(({ group }) => group.name)).toEqual(top.map(({ model, firmware }) => `${model} ${firmware}`));
    ranked.forEach(({ rate }, i) => {
      expectClose(rate.value, top[i]!.posterior_mean, 1000);
      expectClose(rate.q05, top[i]!.q05, 1000);
    });
  });
});
