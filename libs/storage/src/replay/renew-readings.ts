import {
  NO_READING_CHANGES,
  type Chunk,
  type ChunkFacts,
  type MachineInventory,
  type ReadingChanges,
} from '@inpage/fleet';
import type { PoolClient } from 'pg';
import { diskEventRow } from '../digest/disk-events.js';
import { evidenceRow } from '../digest/evidence.js';
import { inventoryDiskRows, inventoryFactsRow, inventoryRow, saveInventories } from '../digest/inventories.js';
import { READ_TABLES } from './read-tables.js';
import { renewRows, type Owner } from './renew-rows.js';

/** Exposure is counted for 92 days back (exposure/mark-inventory-days.ts); what is older stays as it was counted. */
const MARK_DAYS = `
insert into exposure_dirty (day)
select distinct m.month + d.n from machine_month m join generate_series(0, 30) as d (n) on m.days >> d.n & 1 = 1
 where m.machine_id = any($1::uuid[]) and m.month + d.n >= (now() at time zone 'UTC')::date - 92`;

/** Puts what these chunks say in place of what they said, and writes only where that differs. The machines have to be locked. */
export async function renewReadings(
  db: PoolClient,
  chunks: readonly Chunk[],
  read: readonly ChunkFacts[],
): Promise<ReadingChanges> {
  const records = chunks.flatMap(({ recordIds, machineIds }) => recordIds.map((id, i): Owner => [machineIds[i]!, id]));
  const evidence = read.flatMap((facts) => facts.evidence).map(evidenceRow);
  const diskEvents = read.flatMap((facts) => facts.diskEvents).map(diskEventRow);
  return {
    ...NO_READING_CHANGES,
    evidence: await renewRows(db, READ_TABLES.evidence, evidence, records),
    diskEvents: await renewRows(db, READ_TABLES.diskEvents, diskEvents),
    ...(await renewInventories(
      db,
      read.flatMap((facts) => facts.inventories),
      records,
    )),
  };
}

async function renewInventories(db: PoolClient, inventories: readonly MachineInventory[], records: readonly Owner[]) {
  const facts = [...new Map(inventories.map((one) => [`${one.machineId} ${one.factsId}`, one])).values()];
  const owners = facts.map(({ machineId, factsId }): Owner => [machineId, factsId]);
  const observed = await renewRows(db, READ_TABLES.inventories, inventories.map(inventoryRow), records);
  const described = await renewRows(db, READ_TABLES.inventoryFacts, facts.map(inventoryFactsRow));
  const rows = (await inventoryDiskRows(db, facts)).map((row) => ({ ...row, disk_id: row.id }));
  const disks = await renewRows(db, READ_TABLES.inventoryDisks, rows, owners);
  await saveInventories(db, inventories);
  const changed = [observed, described, disks].some(
    ({ added, changed: other, removed }) => added + other + removed > 0,
  );
  if (changed) await db.query(MARK_DAYS, [owners.map(([machineId]) => machineId)]);
  return { inventories: observed, inventoryDisks: disks };
}
