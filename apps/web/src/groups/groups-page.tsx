import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import { paths } from '../paths.js';
import { groupsSearch, type GroupsSearch } from '../search.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Card } from '../ui/card.js';
import type { Sorting } from '../ui/data-table.js';
import { ActiveFilters, CauseChips, Filters, SearchBox, WindowLinks } from '../ui/filters.js';
import { PageHead } from '../ui/page-head.js';
import { Pager } from '../ui/pager.js';
import { Empty, Loaded } from '../ui/states.js';
import { useSearch } from '../ui/use-search.js';
import { GroupsTable, SORTABLE } from './groups-table.js';

const said = strings.groups;

export function GroupsPage() {
  const search = useSearch(groupsSearch);
  const query = useQuery(queries.groups(search));
  const to = (change: Partial<GroupsSearch>) => paths.groups({ ...search, cursor: undefined, ...change });
  return (
    <>
      <PageHead
        title={said.heading}
        lead={said.lead}
        aside={<WindowLinks days={search.days} href={(days) => to({ days })} />}
      />
      <div className="page-body">
        <Filters>
          <SearchBox label={said.search} value={search.q} href={(q) => to({ q })} />
          <CauseChips chosen={search.cause} href={(cause) => to({ cause })} />
          <ActiveFilters filters={linkedFilters(search, to)} />
        </Filters>
        <Loaded query={query}>
          {({ items, nextCursor }) => (
            <Card title={said.caption} flush className="card-list">
              {items.length === 0 ? (
                <NothingFound search={search} />
              ) : (
                <GroupsTable
                  caption={said.caption}
                  groups={items}
                  days={search.days}
                  sorting={sortingOf(search, to)}
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

type To = (change: Partial<GroupsSearch>) => string;

const linkedFilters = (search: GroupsSearch, to: To) =>
  (['family', 'status', 'model', 'stack'] as const).map((key) => ({
    label: strings.filters.only[key],
    value: search[key],
    without: to({ [key]: undefined }),
  }));

/** A click on the sorted column turns it round; on another one starts with the largest or newest. */
function sortingOf(search: GroupsSearch, to: To): Sorting {
  return {
    sorted: search.sort,
    order: search.order,
    href: (column) => {
      const sort = SORTABLE[column];
      if (!sort) return undefined;
      return to({ sort, order: search.sort === sort && search.order === 'desc' ? 'asc' : 'desc' });
    },
  };
}

function NothingFound({ search }: { search: GroupsSearch }) {
  const filtered =
    search.cause.length > 0 || [search.q, search.family, search.status, search.model, search.stack].some(Boolean);
  return (
    <Empty text={filtered ? strings.states.emptyFiltered : said.empty}>
      {filtered && <AppLink href={paths.groups({ days: search.days })}>{strings.states.clearFilters}</AppLink>}
    </Empty>
  );
}
