import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['inpage-source'] },
  ssr: { resolve: { conditions: ['inpage-source'] } },
  test: { include: ['{src,mock,build}/**/*.spec.ts'] },
});
