import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { attachmentsOfDisk, Database, diskById, diskPage, type DiskItem } from '@inpage/storage';
import type { z } from 'zod';
import { Crashes } from '../crashes/crashes.js';
import { attachmentOf } from '../machines/attachment-answer.js';
import { pageOf, readPage, type Paging } from '../paging/page.js';

const PAGING: Paging<DiskItem> = { list: 'disks', key: 'count', idOf: (row) => row.id };

/** What is asked about disks. */
@Injectable()
export class Disks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Crashes) private readonly crashes: Crashes,
  ) {}

  async page(asked: z.output<typeof rest.disksQuery>): Promise<z.output<typeof rest.disksPage>> {
    const { q, model, firmware } = asked;
    return pageOf(
      await readPage(PAGING, asked, (part) => this.database.rows(diskPage, { q, model, firmware, ...part })),
      diskOf,
    );
  }

  /** @throws AppError `disk-not-found` */
  async one(id: string): Promise<z.output<typeof rest.diskDetail>> {
    const row = await this.database.first(diskById, { id });
    if (row === undefined) throw new AppError('disk-not-found');
    const [attachments, recentCrashes] = await Promise.all([
      this.database.rows(attachmentsOfDisk, { disk: id }),
      this.crashes.recent({ disk: id }),
    ]);
    return { ...diskOf(row), attachments: attachments.map(attachmentOf), recentCrashes };
  }
}

const diskOf = (row: DiskItem): z.output<typeof rest.disk> => ({
  id: row.id,
  model: row.model,
  vendor: row.vendor,
  firmware: row.firmware,
  serial: row.serial,
  busType: row.bus_type,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  virtual: row.virtual,
  bridged: row.bridged,
  machine: row.machine_id === null ? null : { id: row.machine_id, computer: row.computer ?? '' },
  firstSeenAt: row.first_seen_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
  crashes: row.crashes,
  lastCrashAt: row.last_crash_at?.toISOString() ?? null,
});
