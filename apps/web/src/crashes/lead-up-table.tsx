import type { ShownEvent } from '../api/types.js';
import { duration } from '../format/duration.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';

const said = strings.leadUp;

const distance = (seconds: number): string =>
  seconds < 0 ? said.after(duration(-seconds)) : said.before(duration(seconds));

const COLUMNS: readonly Column<ShownEvent>[] = [
  {
    key: 'when',
    header: said.column.when,
    cell: ({ at, secondsBefore }) => (
      <span className="two-lines">
        {distance(secondsBefore)}
        <span className="quiet">
          <Moment at={at} absolute />
        </span>
      </span>
    ),
  },
  {
    key: 'event',
    header: said.column.event,
    rowHeader: true,
    cell: ({ provider, eventId }) => (
      <span className="break">
        {provider} {eventId}
      </span>
    ),
  },
  {
    key: 'disk',
    header: said.column.disk,
    cell: ({ disk, device }) => (
      <span className="two-lines">
        {said.disks[disk]}
        {device && <code className="quiet break lead-up-device">{device}</code>}
      </span>
    ),
  },
  { key: 'says', header: said.column.says, cell: ({ says }) => <span className="wrap">{says}</span> },
];

/** Storage events around a stop, the latest first. */
export function LeadUpTable({ events }: { events: readonly ShownEvent[] }) {
  return (
    <DataTable
      caption={said.caption}
      columns={COLUMNS}
      rows={events.toReversed()}
      rowKey={({ recordId }) => recordId}
    />
  );
}
