import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { CrashSummary } from '../api/types.js';
import { paths } from '../paths.js';
import { crashesSearch, type CrashesSearch } from '../search.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { ActiveFilters, CauseChips, Filters, WindowLinks } from '../ui/filters.js';
import { PageHead } from '../ui/page-head.js';
import { Pager } from '../ui/pager.js';
import { Empty, Loaded } from '../ui/states.js';
import { useSearch } from '../ui/use-search.js';
import { CrashesTable } from './crashes-table.js';

const said = strings.crashes;

export function CrashesPage() {
  const search = useSearch(crashesSearch);
  const query = useQuery(queries.crashes(search));
  const to = (change: Partial<CrashesSearch>) => paths.crashes({ ...search, cursor: undefined, ...change });
  return (
    <>
      <PageHead
        title={said.heading}
        lead={said.lead}
        aside={<WindowLinks days={search.days} href={(days) => to({ days })} />}
      />
      <div className="page-body">
        <Filters>
          <CauseChips chosen={search.cause} href={(cause) => to({ cause })} />
          <ActiveFilters filters={linkedFilters(search, to, query.data?.items[0])} />
        </Filters>
        <Loaded query={query}>
          {({ items, nextCursor }) => (
            <Card title={said.caption} flush className="card-list">
              {items.length === 0 ? (
                <Empty text={said.empty} />
              ) : (
                <CrashesTable caption={said.caption} crashes={items} stale={query.isPlaceholderData} />
              )}
              <Pager cursor={search.cursor} nextCursor={nextCursor} href={(cursor) => to({ cursor })} />
            </Card>
          )}
        </Loaded>
      </div>
    </>
  );
}

/** The address holds ids; the first row knows their names. Without a row the id itself has to do. */
function linkedFilters(search: CrashesSearch, to: (change: Partial<CrashesSearch>) => string, example?: CrashSummary) {
  const named = {
    group: search.group && (example?.title ?? search.group),
    machine: search.machine && (example?.machine.computer ?? search.machine),
    disk: search.disk && (example?.disk?.serial ?? example?.disk?.model ?? search.disk),
  };
  return (['group', 'machine', 'disk'] as const).map((key) => ({
    label: strings.filters.only[key],
    value: named[key],
    without: to({ [key]: undefined }),
  }));
}
