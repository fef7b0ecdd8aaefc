import type pg from 'pg';
import { ask } from './ask.js';
import type { Load } from './load.js';
import { eventually } from './process-life.js';
import type { PlantedStops } from './planted-stops.js';

/** Everything that could be wrong after a kill, each empty when nothing is. */
export interface Ledger {
  readonly refusals: string[];
  /** Acknowledged, but not in `record`, or in it more than once. */
  readonly notOnce: string[];
  /** In `record` beyond what was sent. */
  readonly surplus: number;
  readonly stopsWithoutOneCrash: string[];
  readonly groupsThatMixOrSplit: string[];
  /** By the name of the cell table: cells that differ from a recount of `crash`. */
  readonly wrongCells: Record<string, number>;
}

export const CLEAN: Ledger = {
  ...{ refusals: [], notOnce: [], surplus: 0, stopsWithoutOneCrash: [], groupsThatMixOrSplit: [], wrongCells: {} },
};

/** Waits until every chunk is digested; nothing may be put aside. */
export async function digested(connection: pg.ClientConfig): Promise<void> {
  const pending = async () =>
    (await ask<{ n: number }>(connection, 'select count(*)::int as n from digest_pending'))[0]!.n;
  await eventually('every chunk is digested', async () => (await pending()) === 0, 40_000);
}

/** Compares what the senders know with what the database has. */
export async function ledger(connection: pg.ClientConfig, load: Load): Promise<Ledger> {
  const crashes = await ask<CrashRow>(connection, CRASHES);
  return {
    refusals: load.refusals.filter((refusal) => !/^(429|503) /.test(refusal)),
    notOnce: (await ask<{ id: string }>(connection, NOT_ONCE, [[...load.acknowledged]])).map(({ id }) => id),
    surplus: (await ask<{ n: number }>(connection, 'select count(*)::int as n from record'))[0]!.n - load.sent,
    stopsWithoutOneCrash: stopsWithoutOneCrash(load.planted, crashes),
    groupsThatMixOrSplit: groupsThatMixOrSplit(load.planted, crashes),
    wrongCells: await wrongCells(connection),
  };
}

const NOT_ONCE = `
select a.id from unnest($1::uuid[]) as a (id) left join record r on r.id = a.id group by a.id having count(r.id) <> 1`;

interface CrashRow {
  readonly computer: string;
  readonly address: string | null;
  readonly group_id: string;
}

const CRASHES = `
select m.computer, c.parameters[4] as address, c.group_id from crash c join machine m on m.id = c.machine_id`;

/** One crash for each stop, and no other. */
function stopsWithoutOneCrash({ stops }: PlantedStops, crashes: readonly CrashRow[]): string[] {
  const counts = new Map(stops.map(({ computer, address }) => [`${computer} ${address}`, 0]));
  for (const { computer, address } of crashes) {
    const key = `${computer} ${address}`;
    counts.set(key, (counts.get(key) ?? 100) + 1);
  }
  return [...counts]
    .filter(([, n]) => n !== 1)
    .map(([key, n]) => `${key}: ${n > 100 ? 'not planted' : `${n} crashes`}`);
}

/** Crashes that were planted for one group are in one group, and with nobody else. */
function groupsThatMixOrSplit(planted: PlantedStops, crashes: readonly CrashRow[]): string[] {
  const groupIds = new Map(crashes.map(({ address, group_id }) => [address, group_id]));
  const pairs = planted.stops.map((stop) => `${planted.groupOf(stop)} = ${groupIds.get(stop.address)}`);
  const distinct = [...new Set(pairs)].map((pair) => pair.split(' = ') as [string, string]);
  return distinct
    .filter((a) => distinct.some((b) => a !== b && (a[0] === b[0] || a[1] === b[1])))
    .map((pair) => pair.join(' = '));
}

/** For each cell table: what it says, and the same counted from `crash`. */
const CELLS: Record<string, readonly [cells: string, recount: string]> = {
  group_day: [
    'select group_id, day, crashes from group_day',
    `select group_id, (stopped_at at time zone 'UTC')::date, count(*)::int from crash group by 1, 2`,
  ],
  group_week: [
    'select group_id, week, crashes from group_week',
    `select group_id, date_trunc('week', stopped_at at time zone 'UTC')::date, count(*)::int from crash group by 1, 2`,
  ],
  group_block: [
    'select group_id, block, crashes from group_block',
    `select group_id, date '0001-01-01' + 28 * floor(((stopped_at at time zone 'UTC')::date - date '0001-01-01') / 28.0)::int, count(*)::int
       from crash group by 1, 2`,
  ],
  group_machine: [
    'select group_id, machine_id, crashes, first_crash_at, last_crash_at from group_machine',
    'select group_id, machine_id, count(*)::int, min(stopped_at), max(stopped_at) from crash group by 1, 2',
  ],
  group_disk: [
    'select group_id, disk_id, crashes, first_crash_at, last_crash_at from group_disk',
    `select group_id, disk_id, count(*)::int, min(stopped_at), max(stopped_at) from crash where disk_id is not null group by 1, 2`,
  ],
  crash_group: [
    'select id, crashes, machines, disks, first_crash_at, last_crash_at from crash_group',
    `select group_id, count(*)::int, count(distinct machine_id)::int, count(distinct disk_id)::int, min(stopped_at), max(stopped_at)
       from crash group by 1`,
  ],
  machine_crashes: [
    'select machine_id, crashes, last_crash_at from machine_crashes',
    'select machine_id, count(*)::int, max(stopped_at) from crash group by 1',
  ],
  disk_crashes: [
    'select disk_id, crashes, last_crash_at from disk_crashes',
    'select disk_id, count(*)::int, max(stopped_at) from crash where disk_id is not null group by 1',
  ],
  fleet_day: [
    'select day, cause, crashes, machines from fleet_day',
    `select (stopped_at at time zone 'UTC')::date, cause, count(*)::int, count(distinct machine_id)::int from crash group by 1, 2`,
  ],
};

async function wrongCells(connection: pg.ClientConfig): Promise<Record<string, number>> {
  const wrong: Record<string, number> = {};
  for (const [table, [cells, recount]] of Object.entries(CELLS)) {
    const difference = `((${cells}) except (${recount})) union all ((${recount}) except (${cells}))`;
    const [row] = await ask<{ n: number }>(connection, `select count(*)::int as n from (${difference}) as wrong`);
    if (row!.n > 0) wrong[table] = row!.n;
  }
  return wrong;
}
