import type { Decode } from '../api/types.js';
import { strings } from '../strings.js';
import { CopyHex } from '../ui/copy-hex.js';
import { DataTable, type Column } from '../ui/data-table.js';

const said = strings.decode;
type Parameter = Decode['parameters'][number];

const COLUMNS: readonly Column<Parameter>[] = [
  { key: 'number', header: said.column.number, cell: ({ number }) => number },
  {
    key: 'value',
    header: said.column.value,
    cell: ({ value }) =>
      value === null ? <span className="quiet">{said.notRecorded}</span> : <CopyHex value={value} />,
  },
  { key: 'label', header: said.column.label, rowHeader: true, cell: ({ label }) => label },
  { key: 'meaning', header: said.column.meaning, cell: ({ meaning }) => <span className="wrap">{meaning}</span> },
];

/** What code and parameters mean. "Not recorded" is not zero, and zero is not success. */
export function DecodeTable({ decode }: { decode: Decode }) {
  return (
    <>
      <p className="card-hint">
        <CopyHex value={decode.code} /> <strong className="break">{decode.name}</strong> · {said.layout} {decode.layout}{' '}
        · {said.backing} {said.backings[decode.backing] ?? decode.backing}
      </p>
      <DataTable
        caption={strings.group.decodedCaption(decode.name)}
        columns={COLUMNS}
        rows={decode.parameters}
        rowKey={({ number }) => String(number)}
      />
      {decode.warnings.length > 0 && (
        <ul className="card-hint" aria-label={said.warnings}>
          {decode.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </>
  );
}
