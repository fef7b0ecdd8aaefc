import type { GroupSummary } from '../api/types.js';
import { count } from '../format/number.js';
import { paths } from '../paths.js';
import type { Days, GroupSort } from '../search.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Breakable } from '../ui/breakable.js';
import { CauseBadge } from '../ui/cause-badge.js';
import { DataTable, type Column, type Sorting } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';
import { Sparkline } from '../ui/sparkline.js';

const said = strings.groups.column;

const columnsOf = (days: Days): readonly Column<GroupSummary>[] => [
  { key: 'title', header: said.title, rowHeader: true, cell: (group) => <GroupTitle group={group} days={days} /> },
  { key: 'cause', header: said.cause, minor: true, cell: (group) => <CauseBadge cause={group.cause} /> },
  {
    key: 'crashes',
    header: said.crashes,
    align: 'end',
    cell: (group) => <AppLink href={paths.crashes({ group: group.id, days })}>{count(group.crashes)}</AppLink>,
  },
  {
    key: 'machines',
    header: said.machines,
    align: 'end',
    cell: (group) => <AppLink href={paths.group(group.id, { days }, 'machines')}>{count(group.machines)}</AppLink>,
  },
  {
    key: 'disks',
    header: said.disks,
    align: 'end',
    minor: true,
    cell: (group) => <AppLink href={paths.group(group.id, { days }, 'disks')}>{count(group.disks)}</AppLink>,
  },
  { key: 'last', header: said.last, minor: true, cell: (group) => <Moment at={group.lastCrashAt} /> },
  { key: 'first', header: said.first, minor: true, cell: (group) => <Moment at={group.firstCrashAt} /> },
  { key: 'trend', header: said.trend, minor: true, cell: (group) => <Sparkline values={group.sparkline} /> },
];

/** Columns that REST can sort by. */
export const SORTABLE: Readonly<Record<string, GroupSort>> = {
  crashes: 'crashes',
  machines: 'machines',
  last: 'last',
  first: 'first',
};

function GroupTitle({ group, days }: { group: GroupSummary; days: Days }) {
  const stack = group.driverStack?.join(' › ');
  return (
    <span className="two-lines group-title">
      <AppLink href={paths.group(group.id, { days })}>
        <Breakable text={group.title} />
      </AppLink>
      <span className="only-phone">
        <CauseBadge cause={group.cause} />
      </span>
      <code className="quiet">{[group.status?.code, stack].filter(Boolean).join(' · ') || group.bugcheckName}</code>
    </span>
  );
}

interface GroupsTableProps {
  readonly caption: string;
  readonly groups: readonly GroupSummary[];
  readonly days: Days;
  readonly sorting?: Sorting;
  readonly stale?: boolean;
}

/** The first crash is worth a column where one can sort by it; a trend where the answer has one. */
export function GroupsTable({ caption, groups, days, sorting, stale }: GroupsTableProps) {
  const left = new Set([sorting ? '' : 'first', groups.some(({ sparkline }) => sparkline) ? '' : 'trend']);
  return (
    <DataTable
      caption={caption}
      columns={columnsOf(days).filter(({ key }) => !left.has(key))}
      rows={groups}
      rowKey={(group) => group.id}
      sorting={sorting}
      stale={stale}
    />
  );
}
