import type { NormalisedModel, NormalisedStack } from '@inpage/triage';
import type { PoolClient } from 'pg';

const ADD_MODELS = `
insert into disk_model (key, name, vendor)
select key, name, vendor from unnest($1::text[], $2::text[], $3::text[]) as t (key, name, vendor) order by key
on conflict (key) do nothing`;
const ADD_STACKS = `
insert into driver_stack (key, drivers)
select key, string_to_array(key, ' > ') from unnest($1::text[]) as t (key) order by key
on conflict (key) do nothing`;

const byKey = <T extends { readonly key: string }>(items: readonly (T | undefined)[]): Map<string, T> =>
  new Map(items.flatMap((item) => (item === undefined ? [] : [[item.key, item]])));

/** Numbers of models, by key; new ones are added. A model keeps the spelling that was seen first. */
export async function modelIds(
  db: PoolClient,
  models: readonly (NormalisedModel | undefined)[],
): Promise<Map<string, number>> {
  const distinct = [...byKey(models).values()];
  return idsOf(
    db,
    'disk_model',
    distinct.map(({ key }) => key),
    () =>
      db.query(ADD_MODELS, [
        distinct.map((m) => m.key),
        distinct.map((m) => m.model),
        distinct.map((m) => m.vendor ?? null),
      ]),
  );
}

/** Numbers of driver stacks, by key; new ones are added. */
export async function stackIds(
  db: PoolClient,
  stacks: readonly (NormalisedStack | undefined)[],
): Promise<Map<string, number>> {
  const keys = [...byKey(stacks).keys()];
  return idsOf(db, 'driver_stack', keys, () => db.query(ADD_STACKS, [keys]));
}

/** Mostly everything is known, so asking comes first: an insert that does nothing still takes a number and a lock. */
async function idsOf(
  db: PoolClient,
  table: 'disk_model' | 'driver_stack',
  keys: readonly string[],
  add: () => Promise<unknown>,
) {
  if (keys.length === 0) return new Map<string, number>();
  const ask = async () => {
    const { rows } = await db.query(`select key, id from ${table} where key = any($1::text[])`, [keys]);
    return new Map(rows.map((row) => [row.key as string, row.id as number]));
  };
  const known = await ask();
  if (known.size === keys.length) return known;
  await add();
  return ask();
}
