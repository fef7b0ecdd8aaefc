import type { Evidence } from '../api/types.js';
import { strings } from '../strings.js';
import { CopyHex } from '../ui/copy-hex.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';

const said = strings.crash.evidenceColumn;
const SHORT_ID = 8;

const COLUMNS: readonly Column<Evidence>[] = [
  { key: 'kind', header: said.kind, rowHeader: true, cell: ({ kind }) => <code>{kind}</code> },
  {
    key: 'stopped',
    header: said.stopped,
    cell: ({ stoppedAt }) =>
      stoppedAt ? <Moment at={stoppedAt} absolute /> : <span className="quiet">{strings.decode.notRecorded}</span>,
  },
  { key: 'reported', header: said.reported, cell: ({ reportedAt }) => <Moment at={reportedAt} absolute /> },
  { key: 'received', header: said.received, cell: ({ receivedAt }) => <Moment at={receivedAt} absolute /> },
  {
    key: 'id',
    header: said.id,
    cell: ({ recordId }) => <CopyHex value={recordId} label={recordId.slice(0, SHORT_ID)} />,
  },
];

/** The immutable records behind the crash. */
export function EvidenceTable({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <DataTable
      caption={strings.crash.evidenceCaption}
      columns={COLUMNS}
      rows={evidence}
      rowKey={({ recordId }) => recordId}
    />
  );
}
