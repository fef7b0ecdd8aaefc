#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/index.js', import.meta.url);
if (existsSync(program)) {
  const { run, thisTerminal } = await import(program.href);
  process.exitCode = await run(process.argv.slice(2), thisTerminal());
} else {
  process.stderr.write('inpage: not built yet. In the folder of Inpage run: npm start, or npm run build\n');
  process.exitCode = 3;
}
