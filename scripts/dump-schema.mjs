import { writeFileSync } from 'node:fs';
import { ensureBuilt } from './build/ensure-built.mjs';

/** `npm run db:schema`: migrations/schema.sql anew, so that a review sees the schema move. */
await ensureBuilt();
const { testDatabase } = await import('@inpage/testing');
const { schemaText } = await import('@inpage/storage');
const { database, drop } = await testDatabase();
writeFileSync(new URL('../migrations/schema.sql', import.meta.url), await schemaText(database.pool));
await drop();
process.exit(0);
