import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { paths } from '../paths.js';
import type { CrashesSearch, DisksSearch, GroupsSearch, MachinesSearch, ModelsSearch } from '../search.js';
import { request } from './client.js';
import type {
  About,
  AnswersPage,
  Comment,
  Crash,
  CrashSummary,
  Credential,
  Disk,
  DiskDetail,
  Group,
  GroupDisk,
  GroupMachine,
  GroupSeries,
  GroupsPage,
  Machine,
  MachineDetail,
  Overview,
  Page,
  Rates,
  Session,
} from './types.js';

/** Server state, one function per question. The address is the key: two places asking the same share the answer. */
const get = <T>(url: string) =>
  queryOptions({ queryKey: [url], queryFn: ({ signal }) => request<T>('GET', url, undefined, signal) });

/** A list keeps the old rows while the next ones come, so that nothing jumps. */
const list = <T>(url: string) => ({ ...get<T>(url), placeholderData: keepPreviousData<T> });

/** How often the overview asks again. Counters follow a crash within a second; half a minute is fresh for people. */
const OVERVIEW_REFRESH_MS = 30_000;

export const queries = {
  session: () => ({ ...get<Session>(paths.api.session()), staleTime: 60_000 }),
  overview: (days: number) => ({ ...list<Overview>(paths.api.overview(days)), refetchInterval: OVERVIEW_REFRESH_MS }),
  groups: (search: GroupsSearch) => list<GroupsPage>(paths.api.groups(search)),
  group: (id: string, days: number) => ({
    ...get<Group>(paths.api.group(id, days)),
    // Another window keeps the page; another group does not show this one's texts for a moment.
    placeholderData: (previous: Group | undefined) => (previous?.id === id ? previous : undefined),
  }),
  groupSeries: (id: string, days: number) => list<GroupSeries>(paths.api.groupSeries(id, days)),
  groupCrashes: (id: string) => get<Page<CrashSummary>>(paths.api.groupCrashes(id)),
  groupMachines: (id: string) => get<Page<GroupMachine>>(paths.api.groupMachines(id)),
  groupDisks: (id: string) => get<Page<GroupDisk>>(paths.api.groupDisks(id)),
  crashes: (search: CrashesSearch) => list<Page<CrashSummary>>(paths.api.crashes(search)),
  crash: (id: string) => get<Crash>(paths.api.crash(id)),
  answers: (about: About) => get<AnswersPage>(paths.api.answers(about)),
  comments: (about: About) =>
    infiniteQueryOptions({
      queryKey: [paths.api.comments(about), 'pages'],
      queryFn: ({ pageParam, signal }) =>
        request<Page<Comment>>('GET', paths.api.comments(about, pageParam), undefined, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
  machines: (search: MachinesSearch) => list<Page<Machine>>(paths.api.machines(search)),
  machine: (id: string) => get<MachineDetail>(paths.api.machine(id)),
  disks: (search: DisksSearch) => list<Page<Disk>>(paths.api.disks(search)),
  disk: (id: string) => get<DiskDetail>(paths.api.disk(id)),
  rates: (search: ModelsSearch) => list<Rates>(paths.api.rates(search)),
  credentials: (cursor?: string) => list<Page<Credential>>(paths.api.credentials(cursor)),
};
