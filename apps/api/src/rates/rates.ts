import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { DISK_TYPE_CAUSES, ratesOf, type CountedGroup, type RatedGroup } from '@inpage/fleet';
import { countedGroups, Database, exposureCoverage } from '@inpage/storage';
import type { z } from 'zod';
import { dayWindow } from '../paging/window.js';

type Rates = z.output<typeof rest.rates>;

/** Groups in one answer. */
const MOST_GROUPS = 500;
/** Groups that are read and fitted: a tenth of a second of work. Those with fewer disk-days are left out. */
const MOST_FITTED = 10_000;

interface Named extends CountedGroup {
  readonly model: string | null;
  readonly vendor: string | null;
}

/** How often disks stop their machines, per model, firmware, driver and machine model. */
@Injectable()
export class RatesAnswer {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws AppError `request-invalid` */
  async of({ by, ...asked }: z.output<typeof rest.ratesQuery>): Promise<Rates> {
    const window = dayWindow(asked);
    const [rows, coverage] = await Promise.all([
      this.database.rows(countedGroups, { by, ...window, causes: DISK_TYPE_CAUSES, limit: MOST_FITTED }),
      this.database.first(exposureCoverage, window),
    ]);
    const named = rows.map(({ model_id: modelId, disk_days: diskDays, ...row }): Named => ({
      ...row,
      modelId,
      diskDays,
    }));
    const { groups, prior, fleet, eventsWithoutExposure } = ratesOf(named, by);
    return {
      by,
      ...window,
      groups: groups.slice(0, MOST_GROUPS).map(groupOf),
      cut: groups.length > MOST_GROUPS || rows.length === MOST_FITTED,
      fleet,
      prior: { ...prior.prior, basis: prior.basis },
      coverage: { ...coverageOf(coverage!), eventsWithoutExposure },
      freshness: {
        asOf: new Date().toISOString(),
        countedAt: coverage!.counted_at?.toISOString() ?? null,
        daysToCount: coverage!.days_to_count,
      },
    };
  }
}

const groupOf = ({ group, exposure, outcome }: RatedGroup<Named>): Rates['groups'][number] => ({
  model: group.model,
  vendor: group.vendor,
  value: group.value,
  disks: group.disks,
  diskYears: exposure.diskYears,
  events: exposure.events,
  outcome,
});

const coverageOf = (row: { machine_days: number; with_inventory: number; counted_from: string | null }) => ({
  machineDays: row.machine_days,
  withInventory: row.with_inventory,
  share: row.machine_days === 0 ? null : row.with_inventory / row.machine_days,
  countedFrom: row.counted_from,
});
