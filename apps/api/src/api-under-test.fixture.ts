import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { newSecret, type SecretKind } from '@inpage/fleet';
import { createLog, ProblemFilter } from '@inpage/platform';
import { Database, PgCredentialStore } from '@inpage/storage';
import { testDatabase } from '@inpage/testing';
import { ApiModule } from './api.module.js';
import { seedFleet } from './fleet.fixture.js';
import { AUTH, type Auth } from './sign-in/auth.js';
import { ensureFirstAdministrator } from './sign-in/first-administrator.js';

class DatabaseModule {
  static of(database: Database): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useValue: database }],
      exports: [Database],
    };
  }
}

class RootModule {}

export const PUBLIC_URL = 'http://inpage.example:7070';

export interface Answer {
  readonly status: number;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into answers freely
  readonly headers: Record<string, string | string[] | undefined>;
}

export interface ApiUnderTest {
  readonly database: Database;
  readonly auth: Auth;
  /** `GET /path` of every route that the router knows. */
  readonly routes: ReadonlySet<string>;
  readonly alice: { email: string; password: string };
  /** Alice's session cookie. */
  readonly cookie: string;
  secretOf(kind: SecretKind, more?: { expiresAt?: Date }): Promise<string>;
  ask(method: string, path: string, more?: { headers?: Record<string, string>; body?: unknown }): Promise<Answer>;
  stop(): Promise<void>;
}

/** The API on a database of its own, with a small fleet in it and Alice signed in. */
export async function apiUnderTest(): Promise<ApiUnderTest> {
  const db = await testDatabase();
  await seedFleet(db.database);
  const adapter = new FastifyAdapter();
  const routes = new Set<string>();
  adapter.getInstance().addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.add(`${one} ${url}`);
  });
  const api = ApiModule.register({ publicUrl: PUBLIC_URL, authSecret: 'a secret of forty characters for the test' });
  const root = { module: RootModule, imports: [DatabaseModule.of(db.database), api] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false, abortOnError: false });
  app.useGlobalFilters(new ProblemFilter(createLog({ INPAGE_LOG_LEVEL: 'error' })));
  await app.init();
  await adapter.getInstance().ready();

  const ask: ApiUnderTest['ask'] = async (method, path, { headers = {}, body } = {}) => {
    const answer = await app.inject({
      method: method as 'GET',
      url: path,
      headers: { host: 'inpage.example:7070', ...headers },
      payload: body as object,
    });
    const json = /json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      headers: answer.headers as Answer['headers'],
      body: json ? answer.json() : answer.body,
    };
  };
  const auth = app.get<Auth>(AUTH, { strict: false });
  const alice = (await ensureFirstAdministrator(auth, { email: 'alice@example.com' }))!;
  const signedIn = await ask('POST', '/api/auth/sign-in/email', { body: alice });
  const store = new PgCredentialStore(db.database);
  return {
    database: db.database,
    auth,
    routes,
    alice,
    cookie: cookieOf(signedIn),
    async secretOf(kind, more) {
      const { secret, hash } = newSecret(kind);
      await store.add({ kind, hash, label: 'test', ...more });
      return secret;
    },
    ask,
    async stop() {
      await app.close();
      await db.drop();
    },
  };
}

export const cookieOf = ({ headers }: Answer): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
