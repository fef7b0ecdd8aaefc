import { MIGRATIONS } from '@inpage/migrations';
import { emptyDatabase } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';

describe('migrate', () => {
  it('lets twenty start at once: one migrates, all find the newest schema', async () => {
    const db = await emptyDatabase();
    const applied = await Promise.all(Array.from({ length: 20 }, () => migrate(db.url)));
    expect(applied.flat()).toHaveLength(MIGRATIONS.length);
    expect((await db.database.pool.query('select count(*)::int as n from migration')).rows).toEqual([
      { n: MIGRATIONS.length },
    ]);
    await db.drop();
  });
});
