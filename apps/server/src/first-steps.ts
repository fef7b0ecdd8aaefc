import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret, type CredentialStore } from '@inpage/fleet';
import type { Database } from '@inpage/storage';

/** What the first start makes and tells once. Only hashes of it are kept in the database. */
export interface FirstSteps {
  readonly administrator?: { readonly email: string; readonly password: string };
  readonly enrolmentKey?: string;
}

/** The first enrolment key of an installation that has none. */
export async function ensureFirstEnrolmentKey(
  database: Database,
  credentials: CredentialStore,
): Promise<string | undefined> {
  const { rows } = await database.pool.query(`select 1 from credential where kind = 'enrolment' limit 1`);
  if (rows.length > 0) return undefined;
  const { secret, hash } = newSecret('enrolment');
  await credentials.add({ kind: 'enrolment', hash, label: 'First enrolment key', createdBy: 'first start' });
  return secret;
}

/** Kept beside the data, for its owner only, because what is told once on a terminal is often missed. */
export function keepFirstSteps(folder: string, { administrator, enrolmentKey }: FirstSteps): string | undefined {
  const file = join(folder, 'first-steps.txt');
  if (administrator === undefined && enrolmentKey === undefined) return existsSync(file) ? file : undefined;
  const lines = [
    'Made at the first start of Inpage. Delete this file once you have kept what you need.',
    '',
    ...(administrator ? [`sign in as    ${administrator.email}`, `password      ${administrator.password}`] : []),
    ...(enrolmentKey ? [`enrolment key ${enrolmentKey}`] : []),
    '',
  ];
  writeFileSync(file, lines.join('\n'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return file;
}
