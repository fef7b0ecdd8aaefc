import { testDatabase, type TestDatabase } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { Query } from '../query.js';
import * as read from './index.js';

type Question = Query<unknown, unknown>;
const isQuestion = (value: unknown): value is Question =>
  typeof value === 'object' && value !== null && 'sample' in value;
const questions = Object.values(read as Record<string, unknown>).filter(isQuestion);

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.drop());

describe('questions', () => {
  it('have names of their own, since prepared statements are found by them', () => {
    expect(new Set(questions.map((question) => question.name)).size).toBe(questions.length);
  });

  it.each(questions.map((question) => [question.name, question] as const))(
    '%s runs on the newest schema',
    async (_, question) => {
      const client = await db.database.pool.connect();
      try {
        await client.query('begin');
        const values = [...question.params(question.sample)];
        const result = await client.query({ text: question.text, values });
        const shape = (question.row as z.ZodObject).shape;
        expect(result.fields.map((field) => field.name).sort()).toEqual(Object.keys(shape).sort());
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
  );
});
