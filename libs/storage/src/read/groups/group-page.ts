import { z } from 'zod';
import { cellsParams, type CellWindow } from './cell-window.js';
import { groupItem } from './group-item.js';

export const GROUP_SORTS = ['crashes', 'last', 'first', 'machines'] as const;

export interface GroupPage {
  readonly cells: CellWindow;
  readonly causes?: readonly string[];
  readonly family?: string;
  /** An NTSTATUS, or `none` for groups without one. */
  readonly status?: number | 'none';
  /** A model, or `unknown`. */
  readonly model?: string;
  /** Driver names joined by ` > `, or `unknown`. */
  readonly stack?: string;
  /** Part of the title. */
  readonly q?: string;
  readonly sort: (typeof GROUP_SORTS)[number];
  readonly order: 'asc' | 'desc';
  /** The key and id of the last group of the page before. */
  readonly after?: { readonly key: string; readonly id: string };
  readonly limit: number;
}

/**
 * The filters $7 to $15 of a page of groups over a group `g`; one that was not asked for is null or false. Both pages share them, so that a
 * list means the same however it is sorted.
 */
export const GROUP_FILTERS = `($7::text[] is null or g.cause = any ($7))
     and ($8::text is null or g.family = $8)
     and ($9::bigint is null or g.status = $9)
     and (not $10::boolean or g.status is null)
     and ($11::text is null or g.model_id = (select id from disk_model where key = $11))
     and (not $12::boolean or g.model_id is null)
     and ($13::text is null or g.stack_id = (select id from driver_stack where key = $13))
     and (not $14::boolean or g.stack_id is null)
     and ($15::text is null or strpos(lower(g.title), $15) > 0)`;

/** $1 to $18 of a page of groups: the window, the sort, the filters, where to go on, how many. */
export const groupPageParams = (p: GroupPage): unknown[] => [
  ...cellsParams(p.cells),
  p.sort,
  p.order,
  p.causes ?? null,
  p.family ?? null,
  typeof p.status === 'number' ? p.status : null,
  p.status === 'none',
  p.model === 'unknown' ? null : (p.model?.toLowerCase() ?? null),
  p.model === 'unknown',
  p.stack === 'unknown' ? null : (p.stack ?? null),
  p.stack === 'unknown',
  p.q?.toLowerCase() ?? null,
  p.after?.key ?? null,
  p.after?.id ?? null,
  p.limit,
];

export const groupPageRow = groupItem.extend({ sort_key: z.string() });

export const GROUP_PAGE_SAMPLE: GroupPage = {
  cells: { from: '2026-01-03', firstWeek: '2026-01-05', lastWeek: '2026-03-30', to: '2026-04-03' },
  causes: ['media'],
  status: 0xc0000185,
  q: 'data',
  sort: 'crashes',
  order: 'desc',
  after: { key: '12', id: '00000000-0000-8000-8000-000000000001' },
  limit: 50,
};
