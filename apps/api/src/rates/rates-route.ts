import { rest } from '@inpage/contracts';
import type { z } from 'zod';
import type { Route } from '../routes/route.js';

const EXAMPLE: z.output<typeof rest.rates> = {
  by: 'firmware',
  from: '2026-08-25',
  to: '2026-11-23',
  groups: [
    {
      model: 'Contoso NV-1000',
      vendor: 'Contoso',
      value: '1B2QEXM7',
      disks: 410,
      diskYears: 96.4,
      events: 12,
      outcome: {
        kind: 'rate',
        rate: { value: 0.1245, low: 0.0643, high: 0.2174 },
        shrunken: { value: 0.1104, low: 0.0643, high: 0.1662, q05: 0.0643, ownWeight: 0.86 },
        q: 0.0021,
        standing: 'stands-out',
        ratio: { value: 4.8, low: 1.9, high: 13.2 },
      },
    },
    {
      model: 'Contoso NV-2000',
      vendor: 'Contoso',
      value: '3C1A',
      disks: 7,
      diskYears: 1.7,
      events: 0,
      outcome: { kind: 'not-enough', missingDisks: 3, missingDiskDays: 9380 },
    },
  ],
  cut: false,
  fleet: { events: 61, diskYears: 2412.5, rate: { value: 0.0253, low: 0.0193, high: 0.0325 } },
  prior: { shape: 0.42, diskYears: 16.1, basis: 'fitted' },
  coverage: {
    machineDays: 871_204,
    withInventory: 868_310,
    share: 0.9967,
    countedFrom: '2026-08-25',
    eventsWithoutExposure: 0,
  },
  freshness: { asOf: '2026-11-22T08:00:00.000Z', countedAt: '2026-11-22T07:56:12.000Z', daysToCount: 1 },
};

/** How often disks stop their machines. */
export const RATES_ROUTES = {
  getRates: {
    method: 'GET',
    path: '/api/v1/rates',
    tag: 'Rates',
    access: 'reader',
    summary: 'Disks with a stop of disk type per disk-year, by model, firmware, driver or machine model',
    description:
      'A disk counts for the days on which its machine was heard from. Media, device-gone, controller and link qualify a stop; a disk ' +
      'that stopped ten times counts once. docs/statistics.md says how the intervals are made, docs/rates.md how exposure is counted.',
    query: rest.ratesQuery,
    answer: { status: 200, means: 'The rates, worst first', schema: rest.rates, example: EXAMPLE },
  },
} as const satisfies Record<string, Route>;
