import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queries } from '../api/queries.js';
import type { Overview } from '../api/types.js';
import { barsOf } from '../charts/buckets.js';
import { TimeChart } from '../charts/time-chart.js';
import { paths } from '../paths.js';
import { overviewSearch, type Days } from '../search.js';
import { strings } from '../strings.js';
import { causes, isCause } from '../theme/causes.js';
import { GroupsTable } from '../groups/groups-table.js';
import { AppLink } from '../ui/app-link.js';
import { Card } from '../ui/card.js';
import { WindowLinks } from '../ui/filters.js';
import { PageHead } from '../ui/page-head.js';
import { Loaded } from '../ui/states.js';
import { useSearch } from '../ui/use-search.js';
import { CauseBars } from './cause-bars.js';
import { FirstSteps } from './first-steps.js';
import { FreshnessLine } from './freshness-line.js';
import { Headline } from './headline.js';
import { Kpis } from './kpis.js';

const said = strings.overview;

export function OverviewPage() {
  const { days } = useSearch(overviewSearch);
  const query = useQuery(queries.overview(days));
  return (
    <>
      <PageHead
        title={said.heading}
        lead={query.data && <FreshnessLine freshness={query.data.freshness} />}
        aside={<WindowLinks days={days} href={(wanted) => paths.overview({ days: wanted })} />}
      />
      <Loaded query={query}>
        {(overview) => (overview.machines === 0 ? <FirstSteps /> : <Content overview={overview} days={days} />)}
      </Loaded>
    </>
  );
}

function Content({ overview, days }: { overview: Overview; days: Days }) {
  const bars = useMemo(() => {
    const counts = overview.series.map(({ day, cause, crashes }) => ({ day, series: cause, crashes }));
    return barsOf(overview.from, overview.to, counts);
  }, [overview]);
  return (
    <div className="page-body">
      <Headline overview={overview} days={days} />
      <Kpis overview={overview} days={days} />
      <div className="split">
        <Card
          title={said.chart}
          className="card-fill"
          hint={bars.perBucketDays === 1 ? strings.chart.perDay : strings.chart.perWeek}
        >
          <TimeChart title={said.chart} bars={bars} look={(key) => lookOf(key, days)} />
        </Card>
        <Card title={said.causes}>
          <CauseBars causes={overview.causes} days={days} />
        </Card>
      </div>
      <Card title={said.top} flush aside={<AppLink href={paths.groups({ days })}>{said.allGroups}</AppLink>}>
        <GroupsTable caption={said.topCaption} groups={overview.topGroups} days={days} />
      </Card>
    </div>
  );
}

function lookOf(key: string, days: Days) {
  const cause = isCause(key) ? key : 'unknown';
  return { ...causes[cause], href: paths.groups({ days, cause: [cause] }) };
}
