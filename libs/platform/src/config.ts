import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const megabytes = z.coerce.number().positive().max(1024);

/** Everything that can be configured. The descriptions are the documentation: docs/configuration.md is made from them. */
export const CONFIG_SCHEMA = z.object({
  INPAGE_DATA: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder of everything that the embedded server keeps. Default: /var/lib/inpage for root; else ~/.local/share/inpage, or what the platform has for it',
    ),
  INPAGE_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on. 0.0.0.0 opens the server to the network'),
  INPAGE_PORT: port.default(7070).describe('Port to listen on; 0 takes any free one'),
  INPAGE_PUBLIC_URL: z
    .url()
    .optional()
    .describe('The address under which people and agents reach this server, if it is not the one it listens on'),
  INPAGE_TRUSTED_PROXIES: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Addresses or networks of proxies in front, separated by commas, e.g. 10.0.0.0/8: only from them X-Forwarded-For is believed. Default: none',
    ),
  INPAGE_ADMIN_EMAIL: z
    .email()
    .default('admin@inpage.example')
    .describe('Name under which the first administrator signs in'),
  INPAGE_AUTH_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe(
      'Key that signs sessions, at least 32 characters. Default: made at the first start and kept in the data folder. Needed when several servers share one DATABASE_URL',
    ),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .describe('A PostgreSQL 15 or newer, e.g. postgres://inpage:secret@db/inpage. Default: the embedded one'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//)
    .optional()
    .describe('Redis 6.2 or newer for the queue, e.g. redis://cache:6379. Default: the queue lives in PostgreSQL'),
  INPAGE_POOL_SIZE: z.coerce.number().int().min(4).max(200).default(20).describe('Database connections of one process'),
  INPAGE_MAX_BODY_MB: megabytes
    .default(1)
    .describe('Largest request body as it comes over the wire; larger ones get 413'),
  INPAGE_MAX_INFLATED_MB: megabytes.default(8).describe('Largest request body once inflated; larger ones get 413'),
  INPAGE_MAX_RECORDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .default(1000)
    .describe('Most records in one request; more get 413'),
  INPAGE_MAX_RECEIVING_MB: megabytes.default(256).describe('Bodies under way at once; beyond it requests get 429'),
  INPAGE_DUMP_MAX_MB: megabytes.default(32).describe('Largest dump file that is taken; larger ones get 413'),
  INPAGE_DUMP_RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3650)
    .default(0)
    .describe('Days for which dump files are kept, encrypted, after their facts were read; 0 keeps none'),
  INPAGE_SECRET_KEY: z
    .string()
    .regex(/^([0-9a-fA-F]{64}|[A-Za-z0-9+/_-]{43}=?)$/)
    .optional()
    .describe(
      'Key of what is kept encrypted: 32 bytes in hex or base64, e.g. from openssl rand -hex 32. Default: made when it is first needed and kept in the data folder. Needed when several servers share one DATABASE_URL; whoever loses it loses the kept dumps',
    ),
  INPAGE_BODY_TIMEOUT_S: z.coerce
    .number()
    .int()
    .min(1)
    .max(600)
    .default(30)
    .describe('Seconds until a request has to be here in full; slower ones get 408'),
  INPAGE_SWEEP_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(2000)
    .describe('How often the worker looks for records that the queue lost'),
  INPAGE_ROLES: z
    .string()
    .default('ingest,worker,api')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(['ingest', 'worker', 'api'])).min(1))
    .describe(
      'What this process does, separated by commas: ingest takes records, worker digests them, api answers people (REST, sign-in, web)',
    ),
  INPAGE_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
});
export type Config = Readonly<z.infer<typeof CONFIG_SCHEMA>>;

/** Reads the environment once. All faults are told together. Nobody else reads process.env. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(CONFIG_SCHEMA.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])),
  );
  const parsed = CONFIG_SCHEMA.safeParse(given);
  if (!parsed.success) throw new Error(`The configuration is not usable:\n${z.prettifyError(parsed.error)}`);
  return Object.freeze(parsed.data);
}

/** docs/configuration.md. */
export function configMarkdown(): string {
  const { properties } = z.toJSONSchema(CONFIG_SCHEMA, { io: 'input' }) as {
    properties: Record<string, { default?: unknown }>;
  };
  const rows = Object.entries(CONFIG_SCHEMA.shape).map(([name, schema]) => {
    const value = properties[name]?.default;
    return `| \`${name}\` | ${value === undefined ? '' : `\`${String(value)}\``} | ${schema.description} |`;
  });
  return `# Configuration

Every setting is an environment variable. They are read once, at the start; a setting that cannot be used stops the start with a
sentence about each fault. This page is made from the schema in \`libs/platform/src/config.ts\`.

| variable | default | meaning |
|---|---|---|
${rows.join('\n')}
`;
}
