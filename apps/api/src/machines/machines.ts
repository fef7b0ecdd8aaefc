import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import {
  attachmentsOfMachine,
  Database,
  machineById,
  machinesByComputer,
  machinesByCrashes,
  machinesByLastHeard,
  type MachineItem,
} from '@inpage/storage';
import type { z } from 'zod';
import { Crashes } from '../crashes/crashes.js';
import type { SortKey } from '../paging/cursor.js';
import { pageOf, readPage } from '../paging/page.js';
import { attachmentOf } from './attachment-answer.js';

type Asked = z.output<typeof rest.machinesQuery>;
type Machine = z.output<typeof rest.machine>;

/** Each order is a question of its own, with its own index. */
const ORDERS = {
  computer: { question: machinesByComputer, key: 'text' },
  crashes: { question: machinesByCrashes, key: 'count' },
  'last-heard': { question: machinesByLastHeard, key: 'time' },
} as const satisfies Record<Asked['sort'], { question: unknown; key: SortKey }>;

/** What is asked about machines. */
@Injectable()
export class Machines {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Crashes) private readonly crashes: Crashes,
  ) {}

  async page(asked: Asked): Promise<z.output<typeof rest.machinesPage>> {
    const { question, key } = ORDERS[asked.sort];
    const paging = { list: 'machines', key, idOf: (row: MachineItem) => row.id };
    return pageOf(
      await readPage(paging, asked, (part) => this.database.rows(question, { q: asked.q, ...part })),
      machineOf,
    );
  }

  /** @throws AppError `machine-not-found` */
  async one(id: string): Promise<z.output<typeof rest.machineDetail>> {
    const row = await this.database.first(machineById, { id });
    if (row === undefined) throw new AppError('machine-not-found');
    const [disks, recentCrashes] = await Promise.all([
      this.database.rows(attachmentsOfMachine, { machine: id }),
      this.crashes.recent({ machine: id }),
    ]);
    return { ...machineOf(row), disks: disks.map(attachmentOf), recentCrashes };
  }
}

const machineOf = (row: MachineItem): Machine => ({
  id: row.id,
  computer: row.computer,
  manufacturer: row.manufacturer,
  model: row.model,
  osBuild: row.os_build,
  arch: row.arch,
  firstHeardAt: row.first_heard_at.toISOString(),
  lastHeardAt: row.last_heard_at.toISOString(),
  inventoryAt: row.inventory_at?.toISOString() ?? null,
  crashes: row.crashes,
  lastCrashAt: row.last_crash_at?.toISOString() ?? null,
});
