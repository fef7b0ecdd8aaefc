import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiModule, AUTH, ensureFirstAdministrator, type Auth } from '@inpage/api';
import type { Config } from '@inpage/platform';
import { Database } from '@inpage/storage';
import { authSecret } from './auth-secret.js';

const MB = 1024 * 1024;

/** What the modules of the process find by injection. */
@Global()
@Module({})
class DatabaseModule {
  static of(database: Database): DynamicModule {
    return { module: DatabaseModule, providers: [{ provide: Database, useValue: database }], exports: [Database] };
  }
}

/** The Nest module of the process: the API, where this process has that role. */
@Module({})
export class ServerModule {
  static of(config: Config, database: Database): DynamicModule {
    const api = config.INPAGE_ROLES.includes('api')
      ? [
          ApiModule.register({
            publicUrl: publicUrl(config),
            authSecret: authSecret(config),
            maxAnalyseBytes: Math.floor(config.INPAGE_DUMP_MAX_MB * MB),
          }),
        ]
      : [];
    return { module: ServerModule, imports: [DatabaseModule.of(database), ...api] };
  }
}

/** Where people reach us, as far as that is known before listening. */
const publicUrl = ({ INPAGE_PUBLIC_URL, INPAGE_HOST, INPAGE_PORT }: Config): string =>
  INPAGE_PUBLIC_URL ?? `http://${INPAGE_HOST.includes(':') ? `[${INPAGE_HOST}]` : INPAGE_HOST}:${INPAGE_PORT || 80}`;

export const firstAdministrator = (app: NestFastifyApplication, config: Config) =>
  ensureFirstAdministrator(app.get<Auth>(AUTH), { email: config.INPAGE_ADMIN_EMAIL });
