import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { Disk } from '../api/types.js';
import { bytes, count } from '../format/number.js';
import { paths } from '../paths.js';
import { disksSearch, type DisksSearch } from '../search.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Card } from '../ui/card.js';
import { CopyHex } from '../ui/copy-hex.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { ActiveFilters, Filters, SearchBox } from '../ui/filters.js';
import { Moment } from '../ui/moment.js';
import { PageHead } from '../ui/page-head.js';
import { Pager } from '../ui/pager.js';
import { MachineLink } from '../ui/refs.js';
import { Empty, Loaded } from '../ui/states.js';
import { useSearch } from '../ui/use-search.js';

const said = strings.disks;

const COLUMNS: readonly Column<Disk>[] = [
  {
    key: 'model',
    header: said.column.model,
    rowHeader: true,
    cell: ({ id, model, vendor }) => (
      <span className="two-lines">
        <AppLink href={paths.disk(id)}>{model}</AppLink>
        {vendor && <span className="quiet">{vendor}</span>}
      </span>
    ),
  },
  {
    key: 'firmware',
    header: said.column.firmware,
    minor: true,
    cell: ({ model, firmware }) =>
      firmware ? (
        <AppLink href={paths.disks({ model, firmware })}>
          <code>{firmware}</code>
        </AppLink>
      ) : (
        strings.none
      ),
  },
  {
    key: 'serial',
    header: said.column.serial,
    cell: ({ serial }) => (serial ? <CopyHex value={serial} /> : strings.none),
  },
  {
    key: 'size',
    header: said.column.size,
    align: 'end',
    minor: true,
    cell: ({ sizeBytes }) => (sizeBytes === null ? strings.none : bytes(sizeBytes)),
  },
  {
    key: 'machine',
    header: said.column.machine,
    cell: ({ machine }) => (machine ? <MachineLink machine={machine} /> : strings.none),
  },
  {
    key: 'crashes',
    header: said.column.crashes,
    align: 'end',
    cell: ({ id, crashes }) =>
      crashes > 0 ? <AppLink href={paths.crashes({ disk: id, days: 365 })}>{count(crashes)}</AppLink> : count(crashes),
  },
  {
    key: 'lastCrash',
    header: said.column.lastCrash,
    minor: true,
    cell: ({ lastCrashAt }) => <Moment at={lastCrashAt} />,
  },
];

export function DisksPage() {
  const search = useSearch(disksSearch);
  const query = useQuery(queries.disks(search));
  const to = (change: Partial<DisksSearch>) => paths.disks({ ...search, cursor: undefined, ...change });
  const filters = (['model', 'firmware'] as const).map((key) => ({
    label: strings.filters.only[key],
    value: search[key],
    without: to({ [key]: undefined }),
  }));
  return (
    <>
      <PageHead title={said.heading} lead={said.lead} />
      <div className="page-body">
        <Filters>
          <SearchBox label={said.search} value={search.q} href={(q) => to({ q })} />
          <ActiveFilters filters={filters} />
        </Filters>
        <Loaded query={query}>
          {({ items, nextCursor }) => (
            <Card title={said.caption} flush className="card-list">
              {items.length === 0 ? (
                <Empty text={search.q || search.model ? strings.states.emptyFiltered : said.empty} />
              ) : (
                <DataTable
                  caption={said.caption}
                  columns={COLUMNS}
                  rows={items}
                  rowKey={({ id }) => id}
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
