import { startTestCluster } from './test-cluster.js';
import { dropTemplate, makeTemplate } from './test-database.js';

/**
 * Vitest's global set-up for `*.int-spec.ts`: one cluster and one migrated template for the whole run. With
 * INPAGE_TEST_PG set it uses that cluster, as a superuser, and leaves nothing behind in it.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env['INPAGE_TEST_PG'];
  const cluster = given ? undefined : await startTestCluster();
  const url = given ?? cluster!.url;
  const template = await makeTemplate(url).catch(async (cause: unknown) => {
    await cluster?.stop();
    throw cause;
  });
  process.env['INPAGE_TEST_PG'] = url;
  process.env['INPAGE_TEST_TEMPLATE'] = template;
  return async () => {
    await dropTemplate(url, template);
    await cluster?.stop();
  };
}
