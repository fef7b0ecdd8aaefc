import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@inpage/platform';
import { dataFolder } from './open-database.js';

const BYTES = 32;

/** The key of what is kept encrypted: configured, or made once and kept in the data folder for its owner only. */
export function secretKey(config: Config): Buffer {
  if (config.INPAGE_SECRET_KEY !== undefined) return bytesOf(config.INPAGE_SECRET_KEY);
  const file = join(dataFolder(config), 'secret-key');
  if (!existsSync(file)) {
    mkdirSync(dataFolder(config), { recursive: true });
    writeFileSync(file, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return bytesOf(readFileSync(file, 'utf8').trim());
}

function bytesOf(text: string): Buffer {
  // Base64 in Node covers the alphabet of URLs too.
  const key = Buffer.from(text, text.length === 2 * BYTES ? 'hex' : 'base64');
  if (key.length !== BYTES) throw new Error(`The secret key has ${key.length} bytes, not ${BYTES}.`);
  return key;
}
