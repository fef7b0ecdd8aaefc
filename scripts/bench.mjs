import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { programOf, ROOT } from './build/paths.mjs';
import { withProgress } from './build/progress.mjs';
import { mustSucceed, runNode } from './build/run.mjs';

/** Every folder of bench/ with a main.ts is a bench. */
const benches = () =>
  readdirSync(join(ROOT, 'bench'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, 'bench', entry.name, 'main.ts')))
    .map(({ name }) => name);

/** `npm run bench -- ingest --seconds 5 --rounds 3`: builds what changed, then runs one bench; without a name it lists them. */
async function bench() {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || !benches().includes(name)) {
    console.log(
      `npm run bench -- <name> [--option number]\n\n  ${benches().join('\n  ')}\n\nLast results: docs/benchmarks.md`,
    );
    process.exitCode = name === undefined ? 0 : 1;
    return;
  }
  mustSucceed(
    'Compiling the benches',
    await withProgress('Compiling the benches', () => runNode([programOf('typescript', 'tsc'), '-b', 'bench'])),
  );
  const { code } = await runNode(['--enable-source-maps', join('bench', 'dist', name, 'main.js'), ...args], {
    show: true,
  });
  process.exitCode = code;
}

await bench();
