import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { Rates } from '../api/types.js';
import { count, percent } from '../format/number.js';
import { paths } from '../paths.js';
import { modelsSearch, RATES_BY, type ModelsSearch } from '../search.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Card } from '../ui/card.js';
import { Filters, WindowLinks } from '../ui/filters.js';
import { Moment } from '../ui/moment.js';
import { PageHead } from '../ui/page-head.js';
import { Empty, Loaded } from '../ui/states.js';
import { useSearch } from '../ui/use-search.js';
import { yearly } from './rate-words.js';
import { RatesTable } from './rates-table.js';

const said = strings.rates;

/** How often disks stop their machines, by model, firmware, driver and machine model. */
export function ModelsPage() {
  const search = useSearch(modelsSearch);
  const query = useQuery(queries.rates(search));
  const to = (change: Partial<ModelsSearch>) => paths.models({ ...search, ...change });
  return (
    <>
      <PageHead title={said.heading} lead={said.lead} />
      <div className="page-body">
        <Filters>
          <nav className="segments rates-by" aria-label={said.byLabel}>
            {RATES_BY.map((by) => (
              <AppLink key={by} href={to({ by })} aria-current={by === search.by ? 'true' : undefined}>
                {said.by[by]}
              </AppLink>
            ))}
          </nav>
          <WindowLinks days={search.days} href={(days) => to({ days })} />
        </Filters>
        <Loaded query={query}>
          {(rates) => (
            <Card title={said.caption[rates.by]} hint={<Summary rates={rates} />} flush>
              {rates.groups.length === 0 ? (
                <Empty text={said.empty} />
              ) : (
                <RatesTable rates={rates} stale={query.isPlaceholderData} />
              )}
              {rates.cut && <p className="card-part card-note">{said.cut}</p>}
            </Card>
          )}
        </Loaded>
      </div>
    </>
  );
}

/** What all disks do, how much of the fleet this speaks of, and how fresh it is. */
function Summary({ rates: { fleet, coverage, freshness } }: { rates: Rates }) {
  const { rate } = fleet;
  return (
    <>
      {rate && said.fleet(count(fleet.events), count(Math.round(fleet.diskYears)), yearly(rate.value))}{' '}
      {coverage.share !== null && said.coverage(percent(coverage.share))}{' '}
      {coverage.eventsWithoutExposure > 0 && said.lost(count(coverage.eventsWithoutExposure))}{' '}
      {coverage.countedFrom && said.countedFrom(coverage.countedFrom)}{' '}
      {freshness.countedAt && (
        <>
          {said.counted} <Moment at={freshness.countedAt} />.
        </>
      )}
    </>
  );
}
