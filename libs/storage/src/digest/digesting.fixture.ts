import type { InpageRecord, Receipt } from '@inpage/contracts';
import { DigestChunks, GroupCommit, ReceiveRecords, type Credential, type DigestOutcome } from '@inpage/fleet';
import { testDatabase } from '@inpage/testing';
import { PgMachineDirectory } from '../write/pg-machine-directory.js';
import { PgRecordStore } from '../write/pg-record-store.js';
import { PgDigestStore } from './pg-digest-store.js';

/** Specs look into rows freely. */
type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any

const COLLECTOR: Credential = { id: 'the collector', kind: 'enrolment' };

/** Tables that digests write. Times of arrival and numbers from sequences are left out: they depend on the run, not on the records. */
const DERIVED = {
  crash: `select c.machine_id, c.id, c.group_id, c.stopped_at, c.stopped_at_precision, c.reported_at, c.grade, c.code, c.parameters, c.family,
            c.status, c.layout, c.disk_id, c.firmware, c.stack_versions, c.disk_rule, c.cause, c.confidence, c.records, c.lead_up, m.key as model, s.key as stack
            from crash c left join disk_model m on m.id = c.model_id left join driver_stack s on s.id = c.stack_id order by c.machine_id, c.id`,
  evidence: `select machine_id, record_id, kind, crash_id from stop_evidence order by machine_id, record_id`,
  group: `select g.id, g.key, g.title, g.cause, g.crashes, g.machines, g.disks, g.first_crash_at, g.last_crash_at, g.exemplar_crash_id
            from crash_group g order by g.id`,
  groupDay: 'select group_id, day::text, crashes from group_day order by 1, 2',
  groupWeek: 'select group_id, week::text, crashes from group_week order by 1, 2',
  groupBlock: 'select group_id, block::text, crashes from group_block order by 1, 2',
  groupMachine: 'select * from group_machine order by 1, 2',
  groupDisk: 'select * from group_disk order by 1, 2',
  facet: 'select group_id, day::text, facet, value, crashes from group_day_facet order by 1, 2, 3, 4',
  fleetDay: 'select day::text, cause, crashes, machines from fleet_day order by 1, 2',
  machineCrashes: 'select * from machine_crashes order by 1',
  diskCrashes: 'select * from disk_crashes order by 1',
  disk: `select d.id, m.key as model, d.serial, d.firmware, d.first_seen_at, d.last_seen_at, d.machine_id
           from disk d join disk_model m on m.id = d.model_id order by 1`,
  attachment:
    'select machine_id, disk_id, number, port, first_seen_at, last_seen_at, facts_id from attachment order by 1, 2',
} as const;

export type Derived = Record<keyof typeof DERIVED, Record<string, unknown>[]>;

/** Everything from a record to its group on a database of its own, without HTTP and without a queue. */
export async function digesting() {
  const test = await testDatabase();
  const { database } = test;
  const store = new PgDigestStore(database);
  const postponed: { chunkId: string; error: unknown }[] = [];
  const digest = new DigestChunks(store, (chunkId, error) => postponed.push({ chunkId, error }));
  const commit = new GroupCommit(new PgRecordStore(database), () => undefined);
  const receive = new ReceiveRecords(new PgMachineDirectory(database), commit, 10_000);

  const ask = async (text: string, values: unknown[] = []): Promise<Row[]> =>
    (await database.pool.query(text, values)).rows;

  return {
    ...{ database, store, digest, postponed, ask },
    drop: () => test.drop(),

    /** One request, which becomes one chunk. */
    send: (...records: readonly InpageRecord[]): Promise<Receipt[]> =>
      receive.run({ credential: COLLECTOR, type: 'json', bytes: Buffer.from(JSON.stringify(records)) }),

    async digestAll(): Promise<DigestOutcome[]> {
      const outcomes: DigestOutcome[] = [];
      for (;;) {
        const outcome = await digest.run();
        if (outcome.chunks === 0) return outcomes;
        outcomes.push(outcome);
      }
    },

    /** All chunks wait for their digest again, as after a lost commit or before a replay. */
    async forgetDigests(): Promise<void> {
      await ask(
        'insert into digest_pending (chunk_id, received_at) select id, received_at from record_chunk on conflict do nothing',
      );
    },

    async derived(): Promise<Derived> {
      const entries = await Promise.all(
        Object.entries(DERIVED).map(async ([name, text]) => [name, await ask(text)] as const),
      );
      return Object.fromEntries(entries) as Derived;
    },

    /** As on the first day: machines and records are gone too. */
    async clear(): Promise<void> {
      await ask(`alter table record disable trigger all; truncate record, record_chunk, digest_pending, machine, disk, disk_model, driver_stack, inventory, inventory_facts,
        inventory_disk, attachment, stop_evidence, disk_event, crash, crash_group, group_day, group_week, group_block, group_machine, group_disk, group_day_facet, fleet_day, machine_crashes,
        disk_crashes, machine_month, exposure_dirty, exposure_day, exposure_fleet_day cascade`);
      await ask('alter table record enable trigger all');
      postponed.length = 0;
    },
  };
}

export type Digesting = Awaited<ReturnType<typeof digesting>>;
