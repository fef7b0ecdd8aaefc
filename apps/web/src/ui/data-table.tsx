import type { ReactNode } from 'react';
import { strings } from '../strings.js';
import { AppLink } from './app-link.js';
import { glyphs, Icon } from './icon.js';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'end';
  /** The first columns name the row; a column that can wait is left out on a phone. */
  readonly minor?: boolean;
  readonly rowHeader?: boolean;
}

/** What a click on a column's header leads to; columns without an entry cannot be sorted. */
export interface Sorting {
  readonly sorted: string;
  readonly order: 'asc' | 'desc';
  readonly href: (column: string) => string | undefined;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sorting?: Sorting;
  readonly stale?: boolean;
}

const classOf = (column: { align?: 'end'; minor?: boolean }) =>
  `${column.align === 'end' ? 'end' : ''} ${column.minor ? 'minor' : ''}`.trim() || undefined;

/** A real table, scrolling sideways inside its own region when it must. */
export function DataTable<Row>({ caption, columns, rows, rowKey, sorting, stale }: DataTableProps<Row>) {
  return (
    <div className="table-scroll" role="group" aria-label={caption} tabIndex={0} aria-busy={stale}>
      <table className={stale ? 'stale' : undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Header<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const href = sorting?.href(column.key);
  const sorted = sorting?.sorted === column.key;
  const direction = sorting?.order === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" className={classOf(column)} aria-sort={sorted ? direction : undefined}>
      {href ? (
        <AppLink
          href={href}
          className={`sort ${sorted ? `sort-${direction}` : ''}`}
          title={strings.table.sortBy(column.header)}
        >
          {column.header}
          <Icon path={glyphs.sorted} size={12} />
        </AppLink>
      ) : (
        column.header
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  return column.rowHeader ? (
    <th scope="row" className={classOf(column)}>
      {content}
    </th>
  ) : (
    <td className={classOf(column)}>{content}</td>
  );
}
