import { readFileSync } from 'node:fs';

/** Of this package: src and dist lie beside its package.json alike. */
export const VERSION = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
