import { defaultServerConditions } from 'vite';
import { configDefaults, defineConfig } from 'vitest/config';

/** Packages are read from their sources, so unit and integration tests never run against an old build. */
const conditions = ['inpage-source', ...defaultServerConditions];
const resolve = { conditions };
const ssr = { resolve: { conditions } };
const exclude = [...configDefaults.exclude, '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['{apps,libs}/*/{src,mock}/**/*.spec.ts', 'scripts/**/*.spec.mjs', 'docs/**/*.spec.ts'],
          exclude,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'integration',
          include: ['{apps,libs}/*/src/**/*.int-spec.ts', 'migrations/*.int-spec.ts'],
          exclude,
          globalSetup: ['libs/testing/src/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Against the built server, in processes of their own: HTTP, signals and SQL, nothing of ours imported.
        test: {
          name: 'e2e',
          include: ['apps/{server,fleetsim,cli}/e2e/**/*.e2e-spec.ts'],
          exclude,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        // The pages, in a real Chromium, against the built server with its simulated fleet.
        test: {
          name: 'web',
          include: ['apps/web/e2e/**/*.e2e-spec.ts'],
          exclude,
          globalSetup: ['apps/web/e2e/demo-server.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
