import { z } from 'zod';
import { window } from './queries.js';

/** By what disks are told apart: `firmware` is that of a model, `driver` the lowest driver of the stack with its version. */
export const RATES_BY = ['model', 'firmware', 'driver', 'machine-model'] as const;
export const ratesBy = z.enum(RATES_BY);
export const ratesQuery = z.object({ by: ratesBy.default('model'), ...window });

const day = z.iso.date();
const perYear = z.number().describe('Per disk-year: 0.02 is one disk in fifty years');
const estimate = z.object({ value: perYear, low: perYear, high: perYear });

export const rateOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rate'),
    rate: estimate.describe('Disks with a qualifying stop per disk-year, with its exact 95 % interval (Garwood)'),
    shrunken: estimate
      .extend({
        q05: perYear.describe('What the true rate exceeds with 95 chances in 100: groups are ranked by it'),
        ownWeight: z
          .number()
          .describe('How much of the value comes from its own disks, the rest from the fleet: 0 to 1'),
      })
      .describe('The rate drawn toward the fleet, the more the fewer disk-years it has, with its 90 % interval'),
    q: z
      .number()
      .describe(
        'Chance explains it at least so well, after allowing for the size of the family: all groups, or all firmware of the model',
      ),
    standing: z
      .enum(['stands-out', 'not-distinguishable', 'alone'])
      .describe('stands-out: q is at most 0.05; alone: nothing else in its family to compare it with'),
    ratio: z
      .object({ value: z.number().nullable(), low: z.number(), high: z.number().nullable() })
      .nullable()
      .describe(
        'Its rate over that of the rest of its family, 95 %; value and high are null where the rest had no event, all of it where neither had',
      ),
  }),
  z
    .object({
      kind: z.literal('not-enough'),
      missingDisks: z.number().int(),
      missingDiskDays: z.number().int(),
    })
    .describe('Not enough disks to say: fewer than 10 disks or 10,000 disk-days'),
]);

export const rateGroup = z.object({
  model: z.string().nullable().describe('Disk model; null by driver and by machine model'),
  vendor: z.string().nullable(),
  value: z.string().nullable().describe('Firmware, driver with its version, or machine model; null by model'),
  disks: z.number().int().describe('Most disks on one day of the window'),
  diskYears: z.number(),
  events: z.number().int().describe('Disks with at least one qualifying stop in the window'),
  outcome: rateOutcome,
});

export const rates = z.object({
  by: ratesBy,
  from: day,
  to: day,
  groups: z.array(rateGroup).describe('Worst first; those without enough disks behind them, the largest first'),
  cut: z.boolean().describe('There are more groups than the 500 that are given'),
  fleet: z.object({
    events: z.number().int(),
    diskYears: z.number(),
    rate: estimate.nullable().describe('Of all disks together; null without a disk-day'),
  }),
  prior: z
    .object({
      shape: z.number(),
      diskYears: z.number(),
      basis: z
        .enum(['fitted', 'capped', 'weak'])
        .describe('weak: too few groups to fit it, so an expected rate counts as ten disk-years'),
    })
    .describe('What rates are drawn toward: a gamma of this shape and so many disk-years'),
  coverage: z
    .object({
      machineDays: z.number().int().describe('Machines, each on every day of the window on which it was heard from'),
      withInventory: z.number().int().describe('Of them: the machine had told its disks'),
      share: z.number().nullable().describe('0 to 1; null when no machine was heard from'),
      countedFrom: day.nullable().describe('The first day of the window that is counted'),
      eventsWithoutExposure: z
        .number()
        .int()
        .describe('Disks with a qualifying stop that count nowhere, because their group has no disk-day'),
    })
    .describe('How much of the fleet the rates speak of'),
  freshness: z.object({
    asOf: z.iso.datetime(),
    countedAt: z.iso.datetime().nullable().describe('When a day of the window was counted last'),
    daysToCount: z.number().int().describe('Days of the window that changed since'),
  }),
});
