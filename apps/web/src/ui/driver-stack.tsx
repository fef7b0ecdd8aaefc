import type { DriverVersion } from '../api/types.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from './data-table.js';
import { Empty } from './states.js';

const said = strings.crash.stackColumn;
type Driver = DriverVersion & { readonly position: number };

const COLUMNS: readonly Column<Driver>[] = [
  { key: 'order', header: said.order, cell: ({ position }) => position },
  { key: 'name', header: said.name, rowHeader: true, cell: ({ name }) => <code>{name}</code> },
  {
    key: 'version',
    header: said.version,
    cell: ({ version }) =>
      version === null ? <span className="quiet">{strings.crash.unknownVersion}</span> : <code>{version}</code>,
  },
];

/** The drivers of a disk's device stack, top first. */
export function DriverStack({ caption, drivers }: { caption: string; drivers: readonly DriverVersion[] | null }) {
  if (!drivers?.length) return <Empty text={strings.crash.noStack} />;
  const rows = drivers.map((driver, at) => ({ ...driver, position: at + 1 }));
  return <DataTable caption={caption} columns={COLUMNS} rows={rows} rowKey={({ position }) => String(position)} />;
}
