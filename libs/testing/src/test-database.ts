import { randomBytes } from 'node:crypto';
import { Database, migrate } from '@inpage/storage';
import pg from 'pg';
import { startTestCluster } from './test-cluster.js';

/** Set by the global set-up of the integration tests: a running cluster, and a migrated database in it to clone. */
const CLUSTER = 'INPAGE_TEST_PG';
const TEMPLATE = 'INPAGE_TEST_TEMPLATE';

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the pool and drops the database. Fails when a connection of somebody else was left open. */
  drop(): Promise<void>;
}

/** A fresh, migrated database of one's own: a clone of the template, made in some tens of milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const cluster = await clusterUrl();
  return ownDatabase(cluster, await templateName(cluster));
}

/** An empty database of one's own, for those who migrate it themselves. */
export const emptyDatabase = async (): Promise<TestDatabase> => ownDatabase(await clusterUrl(), 'template1');

async function ownDatabase(cluster: string, template: string): Promise<TestDatabase> {
  const name = `inpage_test_${randomBytes(6).toString('hex')}`;
  await administer(cluster, `create database ${name} template ${template}`);
  const url = databaseUrl(cluster, name);
  const database = new Database(new pg.Pool({ connectionString: url, max: 8 }));
  return {
    database,
    url,
    async drop() {
      await database.close();
      await administer(cluster, `drop database ${name}`);
    },
  };
}

/** Makes a migrated database to be cloned; nobody connects to it afterwards. */
export async function makeTemplate(cluster: string): Promise<string> {
  const name = `inpage_template_${randomBytes(6).toString('hex')}`;
  await administer(cluster, `create database ${name}`);
  await migrate(databaseUrl(cluster, name));
  return name;
}

export async function dropTemplate(cluster: string, name: string): Promise<void> {
  await administer(cluster, `drop database if exists ${name}`);
}

let ownCluster: Promise<string> | undefined;
let ownTemplate: Promise<string> | undefined;

const clusterUrl = async (): Promise<string> =>
  process.env[CLUSTER] ?? (ownCluster ??= startTestCluster().then((cluster) => cluster.url));

const templateName = async (cluster: string): Promise<string> =>
  process.env[TEMPLATE] ?? (ownTemplate ??= makeTemplate(cluster));

function databaseUrl(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(cluster: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
