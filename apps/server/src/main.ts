import 'reflect-metadata';
import { DataFolderError } from '@inpage/embedded-postgres';
import { loadConfig, type Config } from '@inpage/platform';
import { banner } from './banner.js';
import { keepFirstSteps } from './first-steps.js';
import { dataFolder } from './open-database.js';
import { serverLog } from './server-log.js';
import { StartRefused } from './start-refused.js';
import { startServer, type RunningServer } from './start-server.js';
import { stopOnSignal } from './stop-on-signal.js';

/** A fault of the set-up is told in a sentence; anything else with all that is known of it. */
function tell(error: unknown): never {
  const plain =
    error instanceof DataFolderError || error instanceof StartRefused || /configuration/.test(String(error));
  console.error(`\n  ${plain ? (error as Error).message : ((error as Error)?.stack ?? String(error))}\n`);
  process.exit(1);
}

/** A demo never mixes with real data, unless somebody says so by naming a folder. */
const demoConfig = (config: Config): Config => ({
  ...config,
  INPAGE_DATA: config.INPAGE_DATA ?? `${dataFolder(config)}-demo`,
});

async function demo(config: Config, server: RunningServer): Promise<void> {
  const interrupt = new AbortController();
  const stop = server.stop;
  server.stop = () => {
    interrupt.abort();
    return stop();
  };
  const { runDemo } = await import('./demo.js');
  await runDemo(server.url, dataFolder(config), server.credentials, interrupt.signal).catch((error: Error) => {
    if (!interrupt.signal.aborted) console.error(`  The simulation failed: ${error.message}`);
  });
}

async function main(): Promise<void> {
  const isDemo = process.argv.includes('--demo');
  const config = isDemo ? demoConfig(loadConfig(process.env)) : loadConfig(process.env);
  const { log, open } = serverLog(config);
  const starting = startServer(config, log, open);
  const interrupted = stopOnSignal(async () => (await starting).stop());
  // Ctrl-C reaches the programs that make the database as well; what they then complain of is no fault.
  const server = await starting.catch((error: unknown) => (interrupted() ? process.exit(0) : tell(error)));
  const folder = config.DATABASE_URL === undefined ? dataFolder(config) : undefined;
  const firstStepsFile = folder === undefined ? undefined : keepFirstSteps(folder, server.firstSteps);
  const queue = config.REDIS_URL === undefined ? 'PostgreSQL' : 'Redis';
  process.stdout.write(
    banner({ ...server.firstSteps, url: server.url, dataFolder: folder, firstStepsFile, queue, now: new Date() }),
  );
  void server.databaseDied.then(async (error) => {
    log.fatal({ event: 'database.died', err: error });
    await server.stop().catch(() => {});
    tell(error);
  });
  if (isDemo) await demo(config, server);
}

main().catch(tell);
