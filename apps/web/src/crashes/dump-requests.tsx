import type { DumpFacts } from '../api/types.js';
import { milliseconds } from '../format/duration.js';
import { count } from '../format/number.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from '../ui/data-table.js';

const said = strings.dump;
type History = NonNullable<DumpFacts['storage']>;
type Request = History['failed'][number];
type Row = Request & { readonly key: string; readonly state: 'outstanding' | 'failed' };

const hex = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(2, '0')}`;
const spent = ({ ageMs, durationMs }: Request): string => {
  const ms = ageMs ?? durationMs;
  return ms === undefined ? strings.none : milliseconds(ms);
};

const COLUMNS: readonly Column<Row>[] = [
  { key: 'name', header: said.requestColumn.name, rowHeader: true, cell: ({ name, opcode }) => name ?? hex(opcode) },
  { key: 'state', header: said.requestColumn.state, cell: ({ state }) => said.states[state] },
  { key: 'time', header: said.requestColumn.time, align: 'end', cell: spent },
  {
    key: 'srb',
    header: said.requestColumn.srb,
    cell: ({ srbStatus, srbStatusName }) =>
      srbStatus === undefined ? (
        <span className="quiet">{strings.none}</span>
      ) : (
        <code>{srbStatusName ?? hex(srbStatus)}</code>
      ),
  },
];

/** What StorPort remembered of its last requests. */
export function DumpRequests({ history, paging }: { history: History; paging: boolean }) {
  const { recorded, succeeded, outstanding, failed } = history;
  const rows = [rowsOf(outstanding, 'outstanding'), rowsOf(failed, 'failed')].flat();
  return (
    <>
      <h3 className="card-part">{said.requests}</h3>
      <p className="card-part card-note">
        {said.summary(count(recorded), count(succeeded), count(failed.length), count(outstanding.length))}{' '}
        {paging ? said.ofPagingDisk : said.ofAllDisks}
      </p>
      {rows.length > 0 && (
        <DataTable caption={said.requestsCaption} columns={COLUMNS} rows={rows} rowKey={({ key }) => key} />
      )}
    </>
  );
}

const rowsOf = (requests: readonly Request[], state: Row['state']): Row[] =>
  requests.map((request, place) => ({ ...request, state, key: `${state} ${place}` }));
