/** Which room may know which. Each rule is one sentence; docs/architecture.md draws them. */
const specs = '(\\.spec|\\.int-spec|\\.fixture)\\.tsx?$|/e2e/';

/** @param {string} lib @param {...string} may */
const only = (lib, ...may) => ({
  name: `${lib}-imports-only-${may.join('+') || 'nothing'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: specs },
  to: {
    path: '^(libs|apps|migrations)/',
    pathNot: `^(libs/(${[lib, ...may].join('|')})/${may.includes('migrations') ? '|migrations/' : ''})`,
  },
});

const PURE = 'core|codes|dump|winevent|triage|stats|contracts';

export default {
  forbidden: [
    only('core'),
    only('codes', 'core'),
    only('dump', 'core', 'codes', 'contracts'),
    only('winevent', 'core', 'codes'),
    only('triage', 'core', 'codes', 'winevent', 'contracts'),
    only('stats', 'core'),
    only('contracts', 'core'),
    only('fleet', 'core', 'codes', 'dump', 'winevent', 'triage', 'stats', 'contracts'),
    only('storage', 'core', 'codes', 'winevent', 'stats', 'triage', 'contracts', 'fleet', 'migrations'),
    only('queue', 'core', 'fleet'),
    only('platform', 'core', 'contracts'),
    only('embedded-postgres', 'core'),
    {
      name: 'apps-meet-in-the-server-only',
      comment: 'An app knows libs; only apps/server puts apps together.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/server/' },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^(libs|migrations)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'pure-libs-know-neither-nest-nor-node-io',
      comment: 'They run in a worker, a browser and a command line alike.',
      severity: 'error',
      from: { path: `^libs/(${PURE})/`, pathNot: specs },
      to: {
        path: '^(node:)?(fs|net|http|https|child_process|worker_threads|os|path|dns|tls)(/|$)|node_modules/(@nestjs|fastify|pg|typeorm|bullmq|ioredis)/',
      },
    },
    {
      name: 'only-specs-use-testing',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: `^libs/testing/|${specs}` },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'nobody-imports-past-the-index',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|node_modules)/' },
    tsConfig: { fileName: 'tsconfig.check.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['inpage-source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
