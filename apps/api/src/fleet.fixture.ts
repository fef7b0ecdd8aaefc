import { BugcheckCode } from '@inpage/codes';
import type { Database } from '@inpage/storage';
import { decodeStop, type Verdict } from '@inpage/triage';

/** Ids in costumes, so that raw ids of the database stand out. */
const id = (noun: string, n = 1): string => `${noun}-0000-8000-8000-${String(n).padStart(12, '0')}`;
export const IDS = {
  badSsd: id('0badd15c'),
  healthy: id('0600d000'),
  badRam: id('0badba0a'),
  disk: id('00d15c00'),
  quietDisk: id('00d15c00', 2),
  crash: (n: number) => id('00c0a5a0', n),
  record: (n: number) => id('0ec0d000', n),
  group: (n: number) => id('00960a00', n),
  unknown: id('ffffffff'),
};

const GROUPS = 25;
const decode = decodeStop({
  code: BugcheckCode(0x7a),
  parameters: [0xfffff6fc40008070n, 0xffffffffc0000185n, 0n, 0xfffff8800100e000n],
});
const verdict: Verdict = {
  cause: 'link',
  confidence: 0.7,
  reasons: [
    { rule: 'link/io-device-error', cause: 'link', weight: 3, because: 'the page read failed with 0xC0000185' },
  ],
  brokenRules: [],
  whatHappened: 'Windows could not read a page of kernel memory back from the disk.',
  whoDidIt: 'The storage path to the disk.',
  howToFix: 'Reseat the disk and its cable.',
  forOwner: 'Your files are most likely safe.',
};

/** Noon of a day counted back from today, in UTC. */
export const daysAgo = (days: number): Date =>
  new Date(Math.floor(Date.now() / 86_400_000 - days) * 86_400_000 + 43_200_000);

/**
 * Three PCs; pc-bad-ssd crashed three times, pc-bad-ram once, pc-healthy never. Twenty-five groups, of which the n-th has n
 * crashes in the window of ninety days, except that 11 and 12 are equal; group 1 is the one with real crashes.
 */
export async function seedFleet({ pool }: Database): Promise<void> {
  await pool.query(
    `insert into disk_model (key, name, vendor) values ('contoso nv-1000', 'Contoso NV-1000', 'Contoso')`,
  );
  await pool.query(`insert into driver_stack (key, drivers) values ('disk > stornvme', '{disk,stornvme}')`);
  await seedMachines(pool);
  await seedDisks(pool);
  for (let n = 1; n <= GROUPS; n++) await seedGroup(pool, n);
  const crashes = [
    [1, IDS.badSsd, daysAgo(1)],
    [2, IDS.badSsd, daysAgo(40)],
    [3, IDS.badSsd, daysAgo(120)],
    [4, IDS.badRam, daysAgo(2)],
  ] as const;
  for (const [n, machine, at] of crashes) await seedCrash(pool, n, machine, at);
  await pool.query(`insert into machine_crashes values ($1, 3, $2), ($3, 1, $4)`, [
    IDS.badSsd,
    daysAgo(1),
    IDS.badRam,
    daysAgo(2),
  ]);
  await pool.query(`insert into disk_crashes values ($1, 4, $2)`, [IDS.disk, daysAgo(1)]);
  await pool.query(
    `insert into fleet_day select $1::date, 'link', 1, 1 union all select $2::date, 'link', 1, 1 union all select $3::date, 'link', 1, 1`,
    [daysAgo(1), daysAgo(40), daysAgo(120)],
  );
}

type Pool = Database['pool'];

async function seedMachines(pool: Pool): Promise<void> {
  const machines = [
    [IDS.badSsd, 'pc-bad-ssd'],
    [IDS.healthy, 'pc-healthy'],
    [IDS.badRam, 'pc-bad-ram'],
  ];
  for (const [n, [machine, computer]] of machines.entries()) {
    await pool.query(
      `insert into machine (id, computer, manufacturer, model, os_build, arch, machine_guid, first_heard_at, last_heard_at)
       values ($1, $2, 'Contoso', 'Workbook 14', '26100.4351', 'x64', $1, $3, $4)`,
      [machine, computer, daysAgo(200), daysAgo(n)],
    );
  }
}

async function seedDisks(pool: Pool): Promise<void> {
  const facts = IDS.record(900);
  for (const disk of [IDS.disk, IDS.quietDisk]) {
    await pool.query(
      `insert into disk (id, model_id, serial, firmware, bus_type, media_type, size_bytes, first_seen_at, last_seen_at, machine_id)
       values ($1, 1, $2, '1B2QEXM7', 17, 4, 1000204886016, $3, $4, $5)`,
      [disk, `S4EV-${disk.slice(-2)}`, daysAgo(200), daysAgo(1), IDS.badSsd],
    );
  }
  await pool.query(
    `insert into inventory_disk (machine_id, facts_id, number, disk_id, model_id, firmware, stack_id, stack_versions, removable, virtual, bridged, is_boot, holds_page_file)
     values ($1, $2, 0, $3, 1, '1B2QEXM7', 1, '{10.0.1,10.0.2}', false, false, false, true, true)`,
    [IDS.badSsd, facts, IDS.disk],
  );
  await pool.query(`insert into attachment values ($1, $2, 0, 'PCI 1', $3, $4, $5)`, [
    IDS.badSsd,
    IDS.disk,
    daysAgo(200),
    daysAgo(1),
    facts,
  ]);
}

async function seedGroup(pool: Pool, n: number): Promise<void> {
  const known = n % 2 === 1;
  await pool.query(
    `insert into crash_group values ($1, $2, 'inpage', 122, $3, $4, $4, $5, $6, 0.7, $7, $8, $9, 2, 1, $10, $11)`,
    [
      IDS.group(n),
      `key ${n}`,
      known ? 0xc0000185 : null,
      known ? 1 : null,
      `KERNEL_DATA_INPAGE_ERROR ${n}`,
      known ? 'link' : 'media',
      IDS.badSsd,
      IDS.crash(1),
      n + 1,
      daysAgo(200),
      daysAgo(n % 30),
    ],
  );
  const inWindow = n === 12 ? 11 : n;
  const cells = [
    [daysAgo(n % 30), inWindow],
    [daysAgo(200), 1],
  ] as const;
  for (const [day, crashes] of cells) {
    await pool.query(`insert into group_day values ($1, ($2::timestamptz at time zone 'UTC')::date, $3)`, [
      IDS.group(n),
      day,
      crashes,
    ]);
    await pool.query(
      `insert into group_week values ($1, date_trunc('week', $2::timestamptz at time zone 'UTC')::date, $3)`,
      [IDS.group(n), day, crashes],
    );
    await pool.query(
      `insert into group_block values ($1, ($2::timestamptz at time zone 'UTC')::date - (($2::timestamptz at time zone 'UTC')::date - date '0001-01-01') % 28, $3)
       on conflict (group_id, block) do update set crashes = group_block.crashes + excluded.crashes`,
      [IDS.group(n), day, crashes],
    );
  }
  for (const [machine, crashes] of [
    [IDS.badSsd, 3],
    [IDS.badRam, 1],
  ] as const) {
    await pool.query(`insert into group_machine values ($1, $2, $3, $4, $5)`, [
      IDS.group(n),
      machine,
      crashes,
      daysAgo(120),
      daysAgo(1),
    ]);
  }
  await pool.query(`insert into group_disk values ($1, $2, 4, $3, $4)`, [
    IDS.group(n),
    IDS.disk,
    daysAgo(120),
    daysAgo(1),
  ]);
  await pool.query(`insert into group_day_facet values ($1, $2::date, 'firmware', '1B2QEXM7', 1)`, [
    IDS.group(n),
    daysAgo(1),
  ]);
}

async function seedCrash(pool: Pool, n: number, machine: string, at: Date): Promise<void> {
  await pool.query(
    `insert into crash (machine_id, id, group_id, stopped_at, stopped_at_precision, reported_at, arrived_at, grade, code, parameters, family, status, layout,
       backing, disk_id, model_id, firmware, stack_id, stack_versions, disk_rule, cause, confidence, verdict, decode, records, triage_version)
     values ($1, $2, $3, $4, 'exact', $4, $4, 'B', 122, '{}', 'inpage', 3221225861, 'C', 'paging-file', $5, 1, '1B2QEXM7', 1, '{10.0.1,10.0.2}',
       'only-disk', 'link', 0.7, $6, $7, 2, 1)`,
    [machine, IDS.crash(n), IDS.group(1), at, IDS.disk, JSON.stringify(verdict), JSON.stringify(decode)],
  );
  for (const record of [IDS.crash(n), IDS.record(n)]) {
    await pool.query(
      `insert into stop_evidence (machine_id, record_id, kind, reported_at, stopped_at, received_at, crash_id) values ($1, $2, 'event', $3, $3, $3, $4)`,
      [machine, record, at, IDS.crash(n)],
    );
  }
}
