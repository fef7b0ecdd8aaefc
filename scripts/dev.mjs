import { spawn } from 'node:child_process';
import { ensureBuilt } from './build/ensure-built.mjs';
import { ensureInstalled } from './build/ensure-installed.mjs';
import { programOf } from './build/paths.mjs';

/** `npm run dev`: compiles whatever changes, and starts the server anew when it did. Ctrl-C ends both. */
await ensureInstalled();
await ensureBuilt();
const compiler = spawn(process.execPath, [programOf('typescript', 'tsc'), '-b', '--watch', '--preserveWatchOutput'], {
  stdio: 'inherit',
});
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/dist/main.js'], {
  stdio: 'inherit',
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.on(signal, () => compiler.kill() && server.kill(signal));
server.on('exit', (code) => {
  compiler.kill();
  process.exitCode = code ?? 0;
});
