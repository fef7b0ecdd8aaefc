import type { AnalysisEvent } from '../api/types.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';

const said = strings.analyse.eventColumn;

const COLUMNS: readonly Column<AnalysisEvent>[] = [
  { key: 'at', header: said.at, cell: ({ at }) => <Moment at={at} absolute /> },
  {
    key: 'event',
    header: said.event,
    rowHeader: true,
    cell: ({ provider, eventId }) => (
      <span className="break">
        {provider} {eventId}
      </span>
    ),
  },
  { key: 'device', header: said.device, minor: true, cell: ({ device }) => device ?? strings.none },
  { key: 'says', header: said.says, cell: ({ says }) => <span className="wrap">{says}</span> },
];

/** Storage events that no stop of the file goes with. */
export function AnalysisEvents({ caption, events }: { caption: string; events: readonly AnalysisEvent[] }) {
  const rows = events.map((event, index) => ({ ...event, index }));
  return <DataTable caption={caption} columns={COLUMNS} rows={rows} rowKey={({ index }) => String(index)} />;
}
