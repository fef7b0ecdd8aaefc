import { testDatabase, type TestDatabase } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CELLS } from './cell-window.js';

const DAY_MS = 86_400_000;
const day = (n: number): string => new Date(Date.UTC(2025, 0, 1) + n * DAY_MS).toISOString().slice(0, 10);
const GROUP = '00000000-0000-8000-8000-000000000001';

describe('the cells of a window', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
    const { pool } = test.database;
    await pool.query(
      `insert into group_day select $1, date '2025-01-01' + n, 1 + n % 7 from generate_series(0, 399) n where n % 3 <> 1`,
      [GROUP],
    );
    await pool.query(
      `insert into group_week select group_id, date_trunc('week', day)::date, sum(crashes) from group_day group by 1, 2`,
    );
    await pool.query(
      `insert into group_block select group_id, week - (week - date '0001-01-01') % 28, sum(crashes) from group_week group by 1, 2`,
    );
  });
  afterAll(() => test.drop());

  it('add up to the days of the window, wherever it begins and ends', async () => {
    const { pool } = test.database;
    for (let from = 0; from < 60; from++) {
      for (const length of [1, 6, 7, 8, 20, 27, 28, 29, 55, 90, 180, 333]) {
        const window = cut(from, from + length);
        const cells = await pool.query(`select coalesce(sum(crashes), 0)::int as n from (${CELLS}) c`, window);
        const days = await pool.query(
          'select coalesce(sum(crashes), 0)::int as n from group_day where day >= $1 and day < $2',
          [window[0], window[3]],
        );
        expect(cells.rows, window.join(' ')).toEqual(days.rows);
      }
    }
  });

  /** As the API cuts: whole weeks from the first Monday on. 2025-01-01 is a Wednesday. */
  function cut(from: number, to: number): string[] {
    const monday = from + ((5 - (from % 7) + 7) % 7);
    const weeks = Math.floor((to - monday) / 7);
    return weeks > 0
      ? [day(from), day(monday), day(monday + weeks * 7), day(to)]
      : [day(from), day(from), day(from), day(to)];
  }
});
