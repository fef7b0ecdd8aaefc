import { nodeProblem } from './build/node-version.mjs';

/** `npm start`: installs and builds what is missing, then becomes the server: one process owns Ctrl-C. */
async function start() {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new Error(problem);
  const { ensureInstalled } = await import('./build/ensure-installed.mjs');
  const { ensureBuilt } = await import('./build/ensure-built.mjs');
  await ensureInstalled();
  await ensureBuilt();
}

start().then(
  () => import(new URL('../apps/server/dist/main.js', import.meta.url).href),
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
