import { defineConfig } from 'vitest/config';

/** Against INPAGE_E2E_URL when it is given, else against the built pages with the mock behind them. */
export default defineConfig({
  test: { include: ['e2e/**/*.e2e-spec.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
