import { READER_VERSION, sumRowChanges, type RowChanges } from '@inpage/fleet';
import type { PoolClient } from 'pg';
import { jsonText } from '../json-text.js';

/** A table whose rows are read from records. */
export interface ReadTable {
  readonly name: string;
  /** Column and type, in any order. */
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  /** Two columns of uuid that tell whose a row is: rows of the same owner that are not given any more are removed. */
  readonly owner?: readonly [string, string];
  readonly hasReaderVersion: boolean;
}

export type Owner = readonly [string, string];

/** One jsonb value may have 256 MB; the largest row, that of a dump, has 100 KB. */
const MOST_AT_ONCE = 2_000;
const NOTHING: RowChanges = { added: 0, changed: 0, removed: 0 };

/**
 * Puts rows in the place of those that are there, and writes only where something differs. A row of one of the `owners` that is not
 * given is removed. Columns that are not of the table's list keep their values.
 */
export async function renewRows(
  db: PoolClient,
  table: ReadTable,
  rows: readonly Readonly<Record<string, unknown>>[],
  owners: readonly Owner[] = [],
): Promise<RowChanges> {
  let changes: RowChanges = { ...NOTHING, removed: await removeOthers(db, table, rows, owners) };
  for (let first = 0; first < rows.length; first += MOST_AT_ONCE) {
    const values = [jsonText(rows.slice(first, first + MOST_AT_ONCE))];
    const saved = await db.query({ name: `renew-${table.name}`, text: renewText(table), values });
    if (table.hasReaderVersion) await db.query({ name: `mark-${table.name}`, text: markText(table), values });
    changes = sumRowChanges(changes, { ...NOTHING, ...saved.rows[0] });
  }
  return changes;
}

async function removeOthers(
  db: PoolClient,
  { name, key, owner }: ReadTable,
  rows: readonly Readonly<Record<string, unknown>>[],
  owners: readonly Owner[],
): Promise<number> {
  if (owner === undefined || owners.length === 0) return 0;
  const keys = rows.map((row) => Object.fromEntries(key.map((column) => [column, row[column]])));
  const { rowCount } = await db.query({
    name: `remove-from-${name}`,
    text: `
delete from ${name} e using unnest($1::uuid[], $2::uuid[]) as o (${owner.join(', ')})
 where ${owner.map((column) => `e.${column} = o.${column}`).join(' and ')}
   and not exists (select from jsonb_to_recordset($3) as t (${key.map((column) => `${column} ${KEY_TYPES[column]}`).join(', ')})
     where ${key.map((column) => `t.${column} = e.${column}`).join(' and ')})`,
    values: [owners.map(([first]) => first), owners.map(([, second]) => second), jsonText(keys)],
  });
  return rowCount ?? 0;
}

const KEY_TYPES: Readonly<Record<string, string>> = {
  machine_id: 'uuid',
  record_id: 'uuid',
  facts_id: 'uuid',
  id: 'uuid',
  observed_at: 'timestamptz',
  at: 'timestamptz',
  number: 'integer',
};

/** Of two rows with one key the first counts, as where a digest meets what is there already. */
const givenText = ({ columns, key }: ReadTable): string => `
  select distinct on (${key.join(', ')}) * from jsonb_to_recordset($1) as t (${Object.entries(columns)
    .map(([column, type]) => `${column} ${type}`)
    .join(', ')}) order by ${key.join(', ')}`;

function renewText(table: ReadTable): string {
  const { name, columns, key, hasReaderVersion } = table;
  const names = Object.keys(columns);
  const others = names.filter((column) => !key.includes(column));
  const version = hasReaderVersion
    ? { into: ', reader_version', value: `, ${READER_VERSION}` }
    : { into: '', value: '' };
  return `
with given as (${givenText(table)}
), saved as (
  insert into ${name} as e (${names.join(', ')}${version.into})
  select ${names.join(', ')}${version.value} from given
  on conflict (${key.join(', ')}) do update set
    ${others.map((column) => `${column} = excluded.${column}`).join(', ')}${hasReaderVersion ? ', reader_version = excluded.reader_version' : ''}
   where (${others.map((column) => `e.${column}`).join(', ')}) is distinct from (${others.map((column) => `excluded.${column}`).join(', ')})
  returning (xmax = 0) as fresh
)
select count(*) filter (where fresh)::int as added, count(*) filter (where not fresh)::int as changed from saved`;
}

/** What reads as before was read by the readers of today all the same. */
const markText = (table: ReadTable): string => `
with given as (${givenText(table)}
)
update ${table.name} e set reader_version = ${READER_VERSION} from given g
 where ${table.key.map((column) => `e.${column} = g.${column}`).join(' and ')} and e.reader_version <> ${READER_VERSION}`;
