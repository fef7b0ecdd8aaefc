import type { AnalysisSource } from '../api/types.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';

const said = strings.analyse.sourceColumn;

const COLUMNS: readonly Column<AnalysisSource>[] = [
  { key: 'says', header: said.says, rowHeader: true, cell: ({ says }) => says },
  { key: 'where', header: said.where, cell: ({ where }) => where ?? strings.none },
  {
    key: 'at',
    header: said.at,
    minor: true,
    cell: ({ at }) => (at === null ? strings.none : <Moment at={at} absolute />),
  },
  {
    key: 'notes',
    header: said.notes,
    cell: ({ blamed, doubts }) => (
      <span className="wrap">
        {[blamed && strings.analyse.blamed(blamed), ...doubts].filter(Boolean).join(' ') || strings.none}
      </span>
    ),
  },
];

/** The places of the file that speak of the stop. */
export function SourcesTable({ sources }: { sources: readonly AnalysisSource[] }) {
  const rows = sources.map((source, index) => ({ ...source, index }));
  return (
    <DataTable caption={strings.analyse.sources} columns={COLUMNS} rows={rows} rowKey={({ index }) => String(index)} />
  );
}
