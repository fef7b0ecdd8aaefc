import { Inject, Injectable } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { decodeAnswer } from '@inpage/fleet';
import {
  Database,
  groupById,
  groupFacets,
  groupPage,
  groupPageByCrashes,
  groupSeries,
  groupSparklines,
  type GroupItem,
} from '@inpage/storage';
import type { z } from 'zod';
import { verdictOf } from '../crashes/crash-answer.js';
import { pageOf, readPage, type Paging } from '../paging/page.js';
import { cellWindow, dayWindow, equalParts, type DayWindow } from '../paging/window.js';
import { groupSummaryOf, type GroupSummary } from './group-answer.js';

type Asked = z.output<typeof rest.groupsQuery>;
type Window = z.output<typeof rest.seriesQuery>;

const KNOWN = rest.CAUSES.filter((cause) => cause !== 'unknown');

const PAGING: Paging<GroupItem> = { list: 'groups', key: 'bigint', idOf: (row) => row.id };

/** What is asked about groups. Everything but the exemplar's decode and verdict is read from cells. */
@Injectable()
export class Groups {
  constructor(@Inject(Database) private readonly database: Database) {}

  async page(asked: Asked): Promise<z.output<typeof rest.groupsPage>> {
    const window = dayWindow(asked);
    const { rows, nextCursor } = await readPage(PAGING, asked, (part) =>
      this.database.rows(asked.sort === 'crashes' ? groupPageByCrashes : groupPage, {
        ...questionOf(asked, window),
        ...part,
      }),
    );
    const groups = pageOf({ rows, nextCursor }, groupSummaryOf);
    return { ...groups, items: await this.#withSparklines(groups.items, window), ...window };
  }

  /** The groups with most crashes in a window, of those whose cause is known: the others give nobody anything to do. */
  async top(window: DayWindow, limit: number): Promise<GroupSummary[]> {
    const rows = await this.database.rows(groupPageByCrashes, {
      cells: cellWindow(window),
      causes: KNOWN,
      sort: 'crashes',
      order: 'desc',
      limit,
    });
    return this.#withSparklines(rows.map(groupSummaryOf), window);
  }

  /** @throws AppError `group-not-found` */
  async one(id: string, asked: Window): Promise<z.output<typeof rest.group>> {
    const window = dayWindow(asked);
    const [row, facets] = await Promise.all([
      this.database.first(groupById, { id, ...window }),
      this.database.rows(groupFacets, { id, ...window }),
    ]);
    if (row === undefined) throw new AppError('group-not-found');
    return {
      ...groupSummaryOf(row),
      verdict: verdictOf(row.verdict, row.triage_version),
      decode: decodeAnswer(row.decode),
      exemplarCrashId: row.exemplar_crash_id,
      facets,
    };
  }

  async series(id: string, asked: Window): Promise<z.output<typeof rest.groupSeries>> {
    const window = dayWindow(asked);
    return { ...window, points: await this.database.rows(groupSeries, { id, ...window }) };
  }

  async #withSparklines(groups: GroupSummary[], window: DayWindow): Promise<GroupSummary[]> {
    if (groups.length === 0) return groups;
    const { from, to, parts, daysPerPart } = equalParts(window);
    const cells = await this.database.rows(groupSparklines, {
      groups: groups.map(({ id }) => id),
      from,
      to,
      daysPerPart,
    });
    const lines = new Map(groups.map(({ id }) => [id, Array.from({ length: parts }, () => 0)]));
    for (const { group_id, part, crashes } of cells) lines.get(group_id)![part] = crashes;
    return groups.map((group) => ({ ...group, sparkline: lines.get(group.id) }));
  }
}

const questionOf = (asked: Asked, window: DayWindow) => ({
  cells: cellWindow(window),
  causes: asked.cause,
  family: asked.family,
  status:
    asked.status === undefined || asked.status === 'none' ? (asked.status as 'none' | undefined) : Number(asked.status),
  model: asked.model,
  stack: asked.stack,
  q: asked.q,
  sort: asked.sort,
  order: asked.order,
});
