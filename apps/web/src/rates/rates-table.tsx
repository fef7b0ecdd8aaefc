import type { RateGroup, Rates } from '../api/types.js';
import { count } from '../format/number.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { ForestBar } from './forest-bar.js';
import { scaleOf } from './forest-scale.js';
import { nameOf, standingOf, yearly } from './rate-words.js';

const said = strings.rates;

/** The rates as a table, worst first: everything that the bars show stands in it as numbers. */
export function RatesTable({ rates, stale }: { rates: Rates; stale: boolean }) {
  return (
    <DataTable
      caption={said.caption[rates.by]}
      columns={columnsOf(rates)}
      rows={rates.groups}
      rowKey={nameOf}
      stale={stale}
    />
  );
}

function columnsOf({ by, groups, fleet }: Rates): readonly Column<RateGroup>[] {
  const fleetRate = fleet.rate?.value ?? 0;
  const scale = scaleOf(groups, fleetRate);
  const numeric = (key: string, header: string, cell: Column<RateGroup>['cell'], minor = false): Column<RateGroup> => ({
    ...{ key, header, cell, minor },
    align: 'end',
  });
  return [
    { key: 'name', header: said.by[by], rowHeader: true, cell: (group) => <GroupName group={group} /> },
    numeric('rate', said.column.rate, ({ outcome }) =>
      outcome.kind === 'rate' ? yearly(outcome.rate.value) : strings.none,
    ),
    {
      key: 'interval',
      header: said.column.interval,
      cell: ({ outcome }) =>
        outcome.kind === 'rate' ? (
          <span className="two-lines">
            <ForestBar outcome={outcome} scale={scale} fleetRate={fleetRate} />
            <span className="quiet">{said.between(yearly(outcome.rate.low), yearly(outcome.rate.high))}</span>
          </span>
        ) : (
          strings.none
        ),
    },
    numeric(
      'q05',
      said.column.atLeast,
      ({ outcome }) => (outcome.kind === 'rate' ? yearly(outcome.shrunken.q05) : strings.none),
      true,
    ),
    { key: 'standing', header: said.column.standing, cell: ({ outcome }) => <Standing outcome={outcome} /> },
    numeric('events', said.column.events, ({ events }) => count(events)),
    numeric('disks', said.column.disks, ({ disks }) => count(disks), true),
    numeric('years', said.column.years, ({ diskYears }) => count(Math.round(diskYears)), true),
  ];
}

function GroupName({ group: { model, vendor, value } }: { group: RateGroup }) {
  if (model === null) return value;
  return (
    <span className="two-lines">
      <AppLink href={paths.disks({ model, firmware: value ?? undefined })}>
        {model}
        {value && (
          <>
            {' '}
            <code>{value}</code>
          </>
        )}
      </AppLink>
      {vendor && <span className="quiet">{vendor}</span>}
    </span>
  );
}

function Standing({ outcome }: { outcome: RateGroup['outcome'] }) {
  const standsOut = outcome.kind === 'rate' && outcome.standing === 'stands-out';
  const ratio = outcome.kind === 'rate' ? outcome.ratio?.value : undefined;
  return (
    <span className="two-lines">
      <span className={`rates-says ${standsOut ? 'stands-out' : ''}`}>{standingOf(outcome)}</span>
      {standsOut && ratio && <span className="quiet">{said.times(ratio.toFixed(1))}</span>}
    </span>
  );
}
