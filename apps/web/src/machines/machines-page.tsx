import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { Machine } from '../api/types.js';
import { count } from '../format/number.js';
import { paths } from '../paths.js';
import { machinesSearch, type MachineSort, type MachinesSearch } from '../search.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Card } from '../ui/card.js';
import { DataTable, type Column, type Sorting } from '../ui/data-table.js';
import { Filters, SearchBox } from '../ui/filters.js';
import { Moment } from '../ui/moment.js';
import { PageHead } from '../ui/page-head.js';
import { Pager } from '../ui/pager.js';
import { Empty, Loaded } from '../ui/states.js';
import { useSearch } from '../ui/use-search.js';

const said = strings.machines;

const COLUMNS: readonly Column<Machine>[] = [
  {
    key: 'computer',
    header: said.column.computer,
    rowHeader: true,
    cell: ({ id, computer }) => <AppLink href={paths.machine(id)}>{computer}</AppLink>,
  },
  {
    key: 'model',
    header: said.column.model,
    minor: true,
    cell: ({ manufacturer, model }) => [manufacturer, model].filter(Boolean).join(' ') || strings.none,
  },
  { key: 'build', header: said.column.build, minor: true, cell: ({ osBuild }) => osBuild ?? strings.none },
  {
    key: 'crashes',
    header: said.column.crashes,
    align: 'end',
    cell: ({ id, crashes }) =>
      crashes > 0 ? (
        <AppLink href={paths.crashes({ machine: id, days: 365 })}>{count(crashes)}</AppLink>
      ) : (
        count(crashes)
      ),
  },
  { key: 'lastCrash', header: said.column.lastCrash, cell: ({ lastCrashAt }) => <Moment at={lastCrashAt} /> },
  { key: 'last-heard', header: said.column.lastHeard, cell: ({ lastHeardAt }) => <Moment at={lastHeardAt} /> },
];

/** REST sorts each in one direction only: names upwards, numbers and times downwards. */
const SORTED: Readonly<Record<string, MachineSort>> = {
  computer: 'computer',
  crashes: 'crashes',
  'last-heard': 'last-heard',
};

export function MachinesPage() {
  const search = useSearch(machinesSearch);
  const query = useQuery(queries.machines(search));
  const to = (change: Partial<MachinesSearch>) => paths.machines({ ...search, cursor: undefined, ...change });
  const sorting: Sorting = {
    sorted: search.sort,
    order: search.sort === 'computer' ? 'asc' : 'desc',
    href: (column) => SORTED[column] && to({ sort: SORTED[column] }),
  };
  return (
    <>
      <PageHead title={said.heading} lead={said.lead} />
      <div className="page-body">
        <Filters>
          <SearchBox label={said.search} value={search.q} href={(q) => to({ q })} />
        </Filters>
        <Loaded query={query}>
          {({ items, nextCursor }) => (
            <Card title={said.caption} flush className="card-list">
              {items.length === 0 ? (
                <Empty text={search.q ? strings.states.emptyFiltered : said.empty} />
              ) : (
                <DataTable
                  caption={said.caption}
                  columns={COLUMNS}
                  rows={items}
                  rowKey={({ id }) => id}
                  sorting={sorting}
                  stale={query.isPlaceholderData}
                />
              )}
              <Pager cursor={search.cursor} nextCursor={nextCursor} href={(cursor) => to({ cursor })} />
            </Card>
          )}
        </Loaded>
      </div>
    </>
  );
}
