import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { Database, groupDisks, groupExists, groupMachines } from '@inpage/storage';
import type { z } from 'zod';
import { pageOf, readPage, type Paging } from '../paging/page.js';

type Asked = z.output<typeof rest.pageQuery>;
type MachineRow = z.output<typeof groupMachines.row>;
type DiskRow = z.output<typeof groupDisks.row>;

/** The machines and disks of a group. */
@Injectable()
export class GroupMembers {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws AppError `group-not-found` */
  async requireGroup(id: string): Promise<void> {
    if ((await this.database.first(groupExists, { id })) === undefined) throw new AppError('group-not-found');
  }

  async machines(id: string, asked: Asked): Promise<z.output<typeof rest.groupMachinesPage>> {
    const paging: Paging<MachineRow> = { list: `machines-of-${id}`, key: 'count', idOf: (row) => row.machine_id };
    const read = await readPage(paging, asked, async (part) =>
      (await this.database.rows(groupMachines, { id, ...part })).map(withKey),
    );
    return pageOf(read, (row) => ({
      machine: { id: row.machine_id, computer: row.computer },
      manufacturer: row.manufacturer,
      model: row.model,
      ...countsOf(row),
    }));
  }

  async disks(id: string, asked: Asked): Promise<z.output<typeof rest.groupDisksPage>> {
    const paging: Paging<DiskRow> = { list: `disks-of-${id}`, key: 'count', idOf: (row) => row.disk_id };
    const read = await readPage(paging, asked, async (part) =>
      (await this.database.rows(groupDisks, { id, ...part })).map(withKey),
    );
    return pageOf(read, (row) => ({
      disk: { id: row.disk_id, model: row.model, firmware: row.firmware, serial: row.serial },
      ...countsOf(row),
    }));
  }
}

const withKey = <R extends { crashes: number }>(row: R) => ({ ...row, sort_key: String(row.crashes) });

const countsOf = (row: { crashes: number; first_crash_at: Date; last_crash_at: Date }) => ({
  crashes: row.crashes,
  firstCrashAt: row.first_crash_at.toISOString(),
  lastCrashAt: row.last_crash_at.toISOString(),
});
