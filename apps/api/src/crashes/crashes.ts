import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { decodeAnswer } from '@inpage/fleet';
import { fullestDump } from '@inpage/fleet';
import {
  crashByAnyId,
  crashesInWindow,
  crashesOfDisk,
  crashesOfGroup,
  crashesOfMachine,
  crashEvidence,
  Database,
  dumpsOfCrash,
  type CrashItem,
  type CrashPage,
} from '@inpage/storage';
import type { z } from 'zod';
import { pageOf, readPage, type Page, type Paging } from '../paging/page.js';
import { dayWindow } from '../paging/window.js';
import { leadUpAnswer } from './lead-up-answer.js';
import { crashSummaryOf, driverStackOf, verdictOf } from './crash-answer.js';

type CrashSummary = z.output<typeof rest.crashSummary>;
type Filters = Pick<z.output<typeof rest.crashesQuery>, 'group' | 'machine' | 'disk'>;

const PAGING: Paging<CrashItem> = { list: 'crashes', key: 'time', idOf: (row) => row.id };
const RECENT = 10;
const midnight = (day: string): string => `${day}T00:00:00Z`;

/** What is asked about crashes. */
@Injectable()
export class Crashes {
  constructor(@Inject(Database) private readonly database: Database) {}

  async page(asked: z.output<typeof rest.crashesQuery>): Promise<Page<CrashSummary>> {
    const { from, to } = dayWindow(asked);
    const window = { from: midnight(from), to: midnight(to), causes: asked.cause };
    return pageOf(await readPage(PAGING, asked, (part) => this.#ask(asked, { ...window, ...part })), crashSummaryOf);
  }

  /** All crashes of a group, whenever they were. */
  async ofGroup(group: string, asked: z.output<typeof rest.pageQuery>): Promise<Page<CrashSummary>> {
    return pageOf(
      await readPage({ ...PAGING, list: `crashes-of-${group}` }, asked, (part) => this.#ask({ group }, part)),
      crashSummaryOf,
    );
  }

  async recent(filters: Filters): Promise<CrashSummary[]> {
    return (await this.#ask(filters, { limit: RECENT })).map(crashSummaryOf);
  }

  /** @throws AppError `crash-not-found` */
  async one(id: string): Promise<z.output<typeof rest.crash>> {
    const row = await this.database.first(crashByAnyId, { id });
    if (row === undefined) throw new AppError('crash-not-found');
    const wanted = { crash: row.id, machine: row.machine_id };
    const [evidence, dumps, leadUp] = await Promise.all([
      this.database.rows(crashEvidence, wanted),
      this.database.rows(dumpsOfCrash, wanted),
      leadUpAnswer(this.database, row),
    ]);
    return {
      ...crashSummaryOf(row),
      decode: decodeAnswer(row.decode),
      verdict: verdictOf(row.verdict, row.triage_version),
      diskRule: row.disk_rule,
      driverStack: driverStackOf(row.drivers, row.stack_versions),
      evidence: evidence.map((record) => ({
        recordId: record.record_id,
        kind: record.kind,
        reportedAt: record.reported_at.toISOString(),
        stoppedAt: record.stopped_at?.toISOString() ?? null,
        receivedAt: record.received_at.toISOString(),
      })),
      ...leadUp,
      dump: fullestDump(dumps.map(({ dump }) => dump)) ?? null,
    };
  }

  /** The narrowest filter picks the question, and with it the index; the others sift what it finds. */
  #ask({ machine, disk, group }: Filters, page: CrashPage): Promise<CrashItem[]> {
    if (machine !== undefined) return this.database.rows(crashesOfMachine, { ...page, machine, disk, group });
    if (disk !== undefined) return this.database.rows(crashesOfDisk, { ...page, disk, group });
    if (group !== undefined) return this.database.rows(crashesOfGroup, { ...page, group });
    return this.database.rows(crashesInWindow, page);
  }
}
