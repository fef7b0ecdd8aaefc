import { READER_VERSION, type InventoryDisk, type MachineInventory } from '@inpage/fleet';
import type { PoolClient } from 'pg';
import { jsonText } from '../json-text.js';
import { modelIds, stackIds } from './dictionaries.js';

const SAVE_DISKS = `
insert into disk (id, model_id, serial, firmware, bus_type, media_type, size_bytes, virtual, bridged, first_seen_at, last_seen_at, machine_id)
select id, model_id, serial, firmware, bus_type, media_type, size_bytes, virtual, bridged, at, at, machine_id
  from jsonb_to_recordset($1) as t (id uuid, model_id integer, serial text, firmware text, bus_type smallint, media_type smallint,
    size_bytes bigint, virtual boolean, bridged boolean, at timestamptz, machine_id uuid)
 order by id
on conflict (id) do update set
  firmware = case when excluded.last_seen_at >= disk.last_seen_at then coalesce(excluded.firmware, disk.firmware) else disk.firmware end,
  machine_id = case when excluded.last_seen_at >= disk.last_seen_at then excluded.machine_id else disk.machine_id end,
  bus_type = coalesce(excluded.bus_type, disk.bus_type), media_type = coalesce(excluded.media_type, disk.media_type),
  size_bytes = coalesce(excluded.size_bytes, disk.size_bytes),
  first_seen_at = least(disk.first_seen_at, excluded.first_seen_at), last_seen_at = greatest(disk.last_seen_at, excluded.last_seen_at)`;

const SAVE_ATTACHMENTS = `
insert into attachment (machine_id, disk_id, number, port, first_seen_at, last_seen_at, facts_id)
select machine_id, id, number, port, at, at, facts_id
  from jsonb_to_recordset($1) as t (machine_id uuid, id uuid, number integer, port text, at timestamptz, facts_id uuid)
 order by machine_id, id
on conflict (machine_id, disk_id) do update set
  number = case when excluded.last_seen_at >= attachment.last_seen_at then excluded.number else attachment.number end,
  port = case when excluded.last_seen_at >= attachment.last_seen_at then excluded.port else attachment.port end,
  facts_id = case when excluded.last_seen_at >= attachment.last_seen_at then excluded.facts_id else attachment.facts_id end,
  first_seen_at = least(attachment.first_seen_at, excluded.first_seen_at), last_seen_at = greatest(attachment.last_seen_at, excluded.last_seen_at)`;

const SAVE_FACTS = `
with facts as (
  insert into inventory_facts (machine_id, id, os_build, manufacturer, machine_model)
  select machine_id, id, os_build, manufacturer, machine_model
    from jsonb_to_recordset($1) as t (machine_id uuid, id uuid, os_build text, manufacturer text, machine_model text)
  on conflict do nothing
)
insert into inventory_disk (machine_id, facts_id, number, disk_id, model_id, firmware, stack_id, stack_versions, bus_type, media_type,
  port, removable, virtual, bridged, is_boot, holds_page_file)
select machine_id, facts_id, number, id, model_id, firmware, stack_id, stack_versions, bus_type, media_type,
  port, removable, virtual, bridged, is_boot, holds_page_file
  from jsonb_to_recordset($2) as t (machine_id uuid, facts_id uuid, number integer, id uuid, model_id integer, firmware text,
    stack_id integer, stack_versions text[], bus_type smallint, media_type smallint, port text, removable boolean, virtual boolean,
    bridged boolean, is_boot boolean, holds_page_file boolean)
on conflict do nothing`;

const SAVE_INVENTORIES = `
insert into inventory (machine_id, observed_at, record_id, facts_id, reader_version)
select machine_id, observed_at, record_id, facts_id, ${READER_VERSION}
  from jsonb_to_recordset($1) as t (machine_id uuid, observed_at timestamptz, record_id uuid, facts_id uuid)
on conflict do nothing`;

const SAVE_MACHINES = `
update machine m set manufacturer = coalesce(t.manufacturer, m.manufacturer), model = coalesce(t.machine_model, m.model),
  os_build = coalesce(t.os_build, m.os_build), arch = coalesce(t.arch, m.arch), inventory_at = t.observed_at
  from jsonb_to_recordset($1) as t (machine_id uuid, observed_at timestamptz, manufacturer text, machine_model text, os_build text, arch text)
 where m.id = t.machine_id and (m.inventory_at is null or m.inventory_at <= t.observed_at)`;

/** Keeps inventories and what follows from them alone: disks, attachments, what a machine is. Doing it twice changes nothing. */
export async function saveInventories(db: PoolClient, inventories: readonly MachineInventory[]): Promise<void> {
  if (inventories.length === 0) return;
  const rows = await inventoryDiskRows(db, inventories);
  const facts = jsonText(inventories.map(inventoryFactsRow));
  await db.query({ name: 'save-facts', text: SAVE_FACTS, values: [facts, jsonText(rows)] });
  await db.query({
    name: 'save-inventories',
    text: SAVE_INVENTORIES,
    values: [jsonText(inventories.map(inventoryRow))],
  });
  await db.query({
    name: 'save-machines',
    text: SAVE_MACHINES,
    values: [jsonText(newest(inventories, (i) => i.machineId).map(inventoryRow))],
  });
  for (const [name, text, key] of [
    ['save-disks', SAVE_DISKS, (row: DiskRow) => row.id],
    ['save-attachments', SAVE_ATTACHMENTS, (row: DiskRow) => `${row.machine_id} ${row.id}`],
  ] as const) {
    for (const bound of [oldest(rows, key), newestRows(rows, key)])
      await db.query({ name, text, values: [jsonText(bound)] });
  }
}

/** The disks of these inventories, as jsonb_to_recordset reads them. Models and stacks that are new are added. */
export async function inventoryDiskRows(db: PoolClient, inventories: readonly MachineInventory[]): Promise<DiskRow[]> {
  const disks = inventories.flatMap((inventory) => inventory.disks);
  const ids = {
    models: await modelIds(
      db,
      disks.map(({ model }) => model),
    ),
    stacks: await stackIds(
      db,
      disks.map(({ stack }) => stack),
    ),
  };
  return inventories.flatMap((inventory) => inventory.disks.map((disk) => diskRow(inventory, disk, ids)));
}

type DiskRow = ReturnType<typeof diskRow>;
interface Ids {
  readonly models: ReadonlyMap<string, number>;
  readonly stacks: ReadonlyMap<string, number>;
}

export const inventoryRow = (i: MachineInventory) => ({
  machine_id: i.machineId,
  observed_at: new Date(i.observedAtMs).toISOString(),
  record_id: i.recordId,
  facts_id: i.factsId,
  manufacturer: i.manufacturer ?? null,
  machine_model: i.machineModel ?? null,
  os_build: i.osBuild ?? null,
  arch: i.arch ?? null,
});

export const inventoryFactsRow = (i: MachineInventory) => ({ ...inventoryRow(i), id: i.factsId });

const diskRow = (inventory: MachineInventory, disk: InventoryDisk, { models, stacks }: Ids) => ({
  machine_id: inventory.machineId as string,
  facts_id: inventory.factsId,
  at: new Date(inventory.observedAtMs).toISOString(),
  number: disk.number,
  id: disk.id as string,
  model_id: models.get(disk.model.key)!,
  serial: disk.serial ?? null,
  firmware: disk.firmware ?? null,
  stack_id: disk.stack ? stacks.get(disk.stack.key)! : null,
  stack_versions: disk.stackVersions ?? null,
  bus_type: disk.busType ?? null,
  media_type: disk.mediaType ?? null,
  size_bytes: disk.sizeBytes ?? null,
  port: disk.port ?? null,
  removable: disk.removable,
  virtual: disk.model.virtual,
  bridged: disk.model.bridged,
  is_boot: disk.isBoot,
  holds_page_file: disk.holdsPageFile,
});

/** One statement may touch a row once only; of many sightings the first and the last say all. */
const newestRows = (rows: readonly DiskRow[], key: (row: DiskRow) => string): DiskRow[] =>
  pick(rows, key, (a, b) => a.at >= b.at);
const oldest = (rows: readonly DiskRow[], key: (row: DiskRow) => string): DiskRow[] =>
  pick(rows, key, (a, b) => a.at < b.at);
const newest = (rows: readonly MachineInventory[], key: (row: MachineInventory) => string) =>
  pick(rows, key, (a, b) => a.observedAtMs >= b.observedAtMs);

function pick<T>(rows: readonly T[], key: (row: T) => string, better: (a: T, b: T) => boolean): T[] {
  const picked = new Map<string, T>();
  for (const row of rows) {
    const other = picked.get(key(row));
    if (other === undefined || better(row, other)) picked.set(key(row), row);
  }
  return [...picked.values()];
}

const LOAD = `
select i.machine_id, i.record_id, i.observed_at, i.facts_id, f.os_build, f.manufacturer, f.machine_model,
       coalesce((select jsonb_agg(jsonb_build_object('id', d.disk_id, 'number', d.number, 'modelKey', m.key, 'modelName', m.name, 'vendor', m.vendor,
           'firmware', d.firmware, 'serial', k.serial, 'busType', d.bus_type, 'mediaType', d.media_type, 'port', d.port,
           'removable', d.removable, 'virtual', d.virtual, 'bridged', d.bridged, 'isBoot', d.is_boot, 'holdsPageFile', d.holds_page_file,
           'stackKey', s.key, 'drivers', s.drivers, 'stackVersions', d.stack_versions) order by d.number)
         from inventory_disk d join disk_model m on m.id = d.model_id join disk k on k.id = d.disk_id left join driver_stack s on s.id = d.stack_id
        where d.machine_id = f.machine_id and d.facts_id = f.id), '[]') as disks
  from inventory i join inventory_facts f on f.machine_id = i.machine_id and f.id = i.facts_id
 where i.machine_id = any($1::uuid[])
 order by i.machine_id, i.observed_at, i.record_id`;

/** Every inventory of these machines, in order of time. */
export async function loadInventories(db: PoolClient, machines: readonly string[]): Promise<MachineInventory[]> {
  const { rows } = await db.query({ name: 'load-inventories', text: LOAD, values: [machines] });
  return rows.map((row) => ({
    machineId: row.machine_id,
    recordId: row.record_id,
    observedAtMs: row.observed_at.getTime(),
    factsId: row.facts_id,
    osBuild: row.os_build ?? undefined,
    manufacturer: row.manufacturer ?? undefined,
    machineModel: row.machine_model ?? undefined,
    disks: row.disks.map(toDisk),
  }));
}

interface StoredDisk {
  readonly [field: string]: unknown;
}

function toDisk(stored: StoredDisk): InventoryDisk {
  const disk = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null)) as Record<
    string,
    never
  >;
  return {
    ...(disk as unknown as InventoryDisk),
    model: {
      model: disk.modelName!,
      key: disk.modelKey!,
      vendor: disk.vendor,
      raw: disk.modelName!,
      virtual: disk.virtual!,
      bridged: disk.bridged!,
    },
    stack: disk.stackKey === undefined ? undefined : { key: disk.stackKey, drivers: disk.drivers! },
  };
}
