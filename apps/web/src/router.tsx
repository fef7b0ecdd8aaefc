import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { queries } from './api/queries.js';
import { Shell } from './layout/shell.js';
import { paths } from './paths.js';
import {
  crashesSearch,
  disksSearch,
  groupsSearch,
  keysSearch,
  machinesSearch,
  modelsSearch,
  overviewSearch,
  parseSearch,
  stringifySearch,
  type RawSearch,
} from './search.js';
import { Failed, Loading, NotFound } from './ui/states.js';

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.js'), 'SignInPage'),
});

/** Everything but the sign-in page: asks who is there first, and remembers the wanted address when nobody is. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(queries.session());
    if (!session) throw redirect({ href: paths.signIn(location.href) });
  },
});

/** A page: its code and its first question start together, and neither waits for the other. */
const page = <Path extends string>(
  path: Path,
  component: ReturnType<typeof lazyRouteComponent>,
  ask: (client: QueryClient, search: RawSearch, id: string) => Promise<unknown>,
) =>
  createRoute({
    getParentRoute: () => signedIn,
    path,
    component,
    loaderDeps: ({ search }) => search as RawSearch,
    loader: ({ context, deps, params }) => void ask(context.queryClient, deps, (params as { id?: string }).id ?? ''),
  });

const nowhere = createRoute({ getParentRoute: () => signedIn, path: '$', component: NotFound });

const tree = root.addChildren([
  signIn,
  signedIn.addChildren([
    page(
      '/',
      lazyRouteComponent(() => import('./overview/overview-page.js'), 'OverviewPage'),
      (client, search) => client.prefetchQuery(queries.overview(overviewSearch(search).days)),
    ),
    page(
      '/groups',
      lazyRouteComponent(() => import('./groups/groups-page.js'), 'GroupsPage'),
      (client, search) => client.prefetchQuery(queries.groups(groupsSearch(search))),
    ),
    page(
      '/groups/$id',
      lazyRouteComponent(() => import('./groups/group-page.js'), 'GroupPage'),
      (client, search, id) => client.prefetchQuery(queries.group(id, overviewSearch(search).days)),
    ),
    page(
      '/crashes',
      lazyRouteComponent(() => import('./crashes/crashes-page.js'), 'CrashesPage'),
      (client, search) => client.prefetchQuery(queries.crashes(crashesSearch(search))),
    ),
    page(
      '/crashes/$id',
      lazyRouteComponent(() => import('./crashes/crash-page.js'), 'CrashPage'),
      (client, _, id) => client.prefetchQuery(queries.crash(id)),
    ),
    page(
      '/machines',
      lazyRouteComponent(() => import('./machines/machines-page.js'), 'MachinesPage'),
      (client, search) => client.prefetchQuery(queries.machines(machinesSearch(search))),
    ),
    page(
      '/machines/$id',
      lazyRouteComponent(() => import('./machines/machine-page.js'), 'MachinePage'),
      (client, _, id) => client.prefetchQuery(queries.machine(id)),
    ),
    page(
      '/disks',
      lazyRouteComponent(() => import('./disks/disks-page.js'), 'DisksPage'),
      (client, search) => client.prefetchQuery(queries.disks(disksSearch(search))),
    ),
    page(
      '/disks/$id',
      lazyRouteComponent(() => import('./disks/disk-page.js'), 'DiskPage'),
      (client, _, id) => client.prefetchQuery(queries.disk(id)),
    ),
    page(
      '/models',
      lazyRouteComponent(() => import('./rates/models-page.js'), 'ModelsPage'),
      (client, search) => client.prefetchQuery(queries.rates(modelsSearch(search))),
    ),
    page(
      '/settings/keys',
      lazyRouteComponent(() => import('./settings/keys-page.js'), 'KeysPage'),
      (client, search) => client.prefetchQuery(queries.credentials(keysSearch(search).cursor)),
    ),
    createRoute({
      getParentRoute: () => signedIn,
      path: '/analyse',
      component: lazyRouteComponent(() => import('./analyse/analyse-page.js'), 'AnalysePage'),
    }),
    nowhere,
  ]),
]);

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error as Error} retry={reset} />,
    defaultNotFoundComponent: NotFound,
  });

export type AppRouter = ReturnType<typeof makeRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
