import { migrate, schemaText } from '@inpage/storage';
import { emptyDatabase, type TestDatabase } from '@inpage/testing';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from './index.js';

const LEFT = `
select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace 
 where n.nspname = 'public' and c.relkind <> 'i' and c.relname !~ '^migration'
union all
select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public'`;

describe('migrations', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await emptyDatabase();
  });
  afterAll(() => test.drop());

  const undoAll = async () => {
    const source = await new DataSource({
      type: 'postgres',
      url: test.url,
      migrations: [...MIGRATIONS],
      migrationsTableName: 'migration',
    }).initialize();
    for (const _migration of MIGRATIONS) await source.undoLastMigration({ transaction: 'each' });
    await source.destroy();
  };

  it('lead from nothing to the newest schema, once', async () => {
    expect(await migrate(test.url)).toHaveLength(MIGRATIONS.length);
    expect(await migrate(test.url)).toEqual([]);
  });

  it('go down to nothing, with months of records there, and up to the same schema again', async () => {
    const newest = await schemaText(test.database.pool);
    await test.database.pool.query(`select ensure_record_partition('2026-07-01')`);
    await undoAll();
    expect((await test.database.pool.query(LEFT)).rows).toEqual([]);
    await migrate(test.url);
    expect(await schemaText(test.database.pool)).toBe(newest);
  });

  it('may meet what they were to make: each statement can be run twice', async () => {
    const newest = await schemaText(test.database.pool);
    await test.database.pool.query('truncate migration');
    expect(await migrate(test.url)).toHaveLength(MIGRATIONS.length);
    expect(await schemaText(test.database.pool)).toBe(newest);
  });
});
