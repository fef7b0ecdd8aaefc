import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import {
  crashesInDays,
  crashesPerDay,
  Database,
  fleetSize,
  freshness,
  groupCount,
  machinesCrashedBetween,
  machinesCrashedSince,
} from '@inpage/storage';
import type { z } from 'zod';
import { Groups } from '../groups/groups.js';
import { cellWindow, dayWindow, windowBefore, type DayWindow } from '../paging/window.js';

type Overview = z.output<typeof rest.overview>;

const TOP_GROUPS = 5;

/** The first page of the morning, in one answer. */
@Injectable()
export class OverviewAnswer {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Groups) private readonly groups: Groups,
  ) {}

  async of(asked: z.output<typeof rest.overviewQuery>): Promise<Overview> {
    const window = dayWindow(asked);
    const [days, before, crashed, size, counted, topGroups, fresh] = await Promise.all([
      this.database.rows(crashesPerDay, window),
      this.database.first(crashesInDays, windowBefore(window)),
      this.#machinesCrashed(window),
      this.database.first(fleetSize, {}),
      this.database.first(groupCount, { cells: cellWindow(window) }),
      this.groups.top(window, TOP_GROUPS),
      this.database.first(freshness, {}),
    ]);
    const series = days as Overview['series'];
    const causes = causesOf(series);
    return {
      ...window,
      crashes: causes.reduce((sum, { crashes }) => sum + crashes, 0),
      crashesBefore: before!.known ? before!.crashes : null,
      machinesWithCrashes: crashed!.machines,
      machines: size!.machines,
      disks: size!.disks,
      groups: counted!.groups,
      newGroups: counted!.new_groups,
      series,
      causes,
      topGroups,
      freshness: {
        asOf: new Date().toISOString(),
        lastRecordAt: fresh!.last_record_at?.toISOString() ?? null,
        pendingChunks: fresh!.pending_chunks,
      },
    };
  }

  /** A window up to today is answered from counters; the past is not in them and has to be counted. */
  #machinesCrashed(window: DayWindow): Promise<{ machines: number } | undefined> {
    const reachesToday = window.to > new Date().toISOString().slice(0, 10);
    return reachesToday
      ? this.database.first(machinesCrashedSince, window)
      : this.database.first(machinesCrashedBetween, window);
  }
}

function causesOf(series: Overview['series']): Overview['causes'] {
  const sums = new Map<Overview['causes'][number]['cause'], number>();
  for (const { cause, crashes } of series) sums.set(cause, (sums.get(cause) ?? 0) + crashes);
  return [...sums].map(([cause, crashes]) => ({ cause, crashes })).sort((a, b) => b.crashes - a.crashes);
}
