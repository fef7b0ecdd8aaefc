import pg from 'pg';
import type { Query } from './query.js';

/** The connection pool, and the two ways to use it: ask a question, or do some things together or not at all. */
export class Database {
  constructor(readonly pool: pg.Pool) {}

  /** Runs a question as a prepared statement. Rows are trusted: the spec over all questions checks them against `row`. */
  async rows<P, R>(question: Query<P, R>, params: P): Promise<R[]> {
    const result = await this.pool.query({
      name: question.name,
      text: question.text,
      values: [...question.params(params)],
    });
    return result.rows as R[];
  }

  async first<P, R>(question: Query<P, R>, params: P): Promise<R | undefined> {
    return (await this.rows(question, params))[0];
  }

  /** One transaction. Rolled back when `work` throws; the error goes on to the caller. */
  async transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // A connection that breaks between two statements tells its listeners only, and without one ends the process.
    const onError = (error: Error) => (broken = error);
    client.on('error', onError);
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (cause) {
      await client.query('rollback').catch((error: Error) => (broken = error));
      throw cause;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
