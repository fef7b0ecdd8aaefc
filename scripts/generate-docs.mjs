import { mkdirSync, writeFileSync } from 'node:fs';
import { ensureBuilt } from './build/ensure-built.mjs';

/** `npm run docs:generate`: the pages of docs/ that are made from code. docs/docs.spec.ts says when one is stale. */
await ensureBuilt();
const { generatedDocs } = await import('./docs/generated-docs.mjs');
mkdirSync(new URL('../docs/worked-examples/', import.meta.url), { recursive: true });
for (const [file, text] of Object.entries(await generatedDocs()))
  writeFileSync(new URL(`../docs/${file}`, import.meta.url), text);
