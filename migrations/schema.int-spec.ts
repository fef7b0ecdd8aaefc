import { readFileSync } from 'node:fs';
import { schemaText } from '@inpage/storage';
import { testDatabase, type TestDatabase } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe('the schema', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  afterAll(() => test.drop());

  it('is what migrations/schema.sql shows (npm run db:schema writes it anew)', async () => {
    expect(await schemaText(test.database.pool)).toBe(readFileSync(new URL('schema.sql', import.meta.url), 'utf8'));
  });

  it('has machine_id in the primary key of every table that grows with the fleet, for Citus', async () => {
    const { rows } = await test.database.pool.query(`
      select c.relname as table from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
       where c.relname in ('record', 'stop_evidence', 'inventory', 'inventory_facts', 'inventory_disk', 'attachment', 'crash')
         and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey) and a.attname = 'machine_id')`);
    expect(rows).toEqual([]);
  });
});
