import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@inpage/platform';
import { dataFolder } from './open-database.js';

/** The key that signs sessions: configured, or made once and kept in the data folder for its owner only. */
export function authSecret(config: Config): string {
  if (config.INPAGE_AUTH_SECRET !== undefined) return config.INPAGE_AUTH_SECRET;
  const file = join(dataFolder(config), 'auth-secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataFolder(config), { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}
