import type { About } from './api/types.js';
import { windowOf } from './format/window.js';
import {
  DEFAULT_DAYS,
  stringifySearch,
  type CrashesSearch,
  type Days,
  type DisksSearch,
  type GroupsSearch,
  type MachinesSearch,
  type ModelsSearch,
} from './search.js';

const DEFAULTS: Record<string, string> = { days: String(DEFAULT_DAYS), sort: 'crashes', order: 'desc', by: 'model' };

/** An address says only what differs from the default, so that the same view has one address. */
const at = (path: string, search: object = {}, anchor = ''): string => {
  const wanted = Object.entries(search).filter(([key, value]) => value !== '' && String(value) !== DEFAULTS[key]);
  return path + stringifySearch(Object.fromEntries(wanted)) + (anchor && `#${anchor}`);
};
const api = (path: string, search: object = {}): string => `/api/v1/${path}${stringifySearch({ ...search })}`;
const id = encodeURIComponent;

/** Rows on one page of a list, and of a table inside a page. */
const PAGE_ROWS = 50;
const TABLE_ROWS = 10;
const COMMENTS = 20;

const PLURALS = { group: 'groups', crash: 'crashes' } as const;
const remarks = ({ kind, id: about }: About, what: string, search?: object): string =>
  api(`${PLURALS[kind]}/${id(about)}/${what}`, search);

const windowed = <T extends { readonly days: Days }>({ days, ...rest }: T) => ({ ...windowOf(days), ...rest });

/** Every address of this application, and every address it asks. Nothing else builds one. */
export const paths = {
  signIn: (next?: string) => at('/sign-in', { next: next === '/' ? undefined : next }),
  overview: (search: { days?: Days } = {}) => at('/', search),
  groups: (search: Partial<GroupsSearch> = {}) => at('/groups', search),
  group: (group: string, search: { days?: Days } = {}, anchor?: 'machines' | 'disks') =>
    at(`/groups/${id(group)}`, search, anchor),
  crashes: (search: Partial<CrashesSearch> = {}) => at('/crashes', search),
  crash: (crash: string) => at(`/crashes/${id(crash)}`),
  machines: (search: Partial<MachinesSearch> = {}) => at('/machines', search),
  machine: (machine: string) => at(`/machines/${id(machine)}`),
  disks: (search: Partial<DisksSearch> = {}) => at('/disks', search),
  disk: (disk: string) => at(`/disks/${id(disk)}`),
  models: (search: Partial<ModelsSearch> = {}) => at('/models', search),
  analyse: () => at('/analyse'),
  keys: (search: { cursor?: string } = {}) => at('/settings/keys', search),
  api: {
    signIn: () => '/api/auth/sign-in/email',
    signOut: () => '/api/auth/sign-out',
    session: () => '/api/auth/get-session',
    overview: (days: Days | number) => api('overview', windowOf(days)),
    groups: (search: GroupsSearch) => api('groups', { ...windowed(search), limit: PAGE_ROWS }),
    group: (group: string, days: Days | number) => api(`groups/${id(group)}`, windowOf(days)),
    groupSeries: (group: string, days: Days | number) => api(`groups/${id(group)}/series`, windowOf(days)),
    groupCrashes: (group: string) => api(`groups/${id(group)}/crashes`, { limit: TABLE_ROWS }),
    groupMachines: (group: string) => api(`groups/${id(group)}/machines`, { limit: PAGE_ROWS }),
    groupDisks: (group: string) => api(`groups/${id(group)}/disks`, { limit: PAGE_ROWS }),
    crashes: (search: CrashesSearch) => api('crashes', { ...windowed(search), limit: PAGE_ROWS }),
    crash: (crash: string) => api(`crashes/${id(crash)}`),
    comments: (about: About, cursor?: string) => remarks(about, 'comments', { limit: COMMENTS, cursor }),
    newComment: (about: About) => remarks(about, 'comments'),
    comment: (comment: string) => api(`comments/${id(comment)}`),
    answers: (about: About) => remarks(about, 'answers', { limit: PAGE_ROWS }),
    answer: (about: About) => remarks(about, 'answer'),
    machines: (search: MachinesSearch) => api('machines', { ...search, limit: PAGE_ROWS }),
    machine: (machine: string) => api(`machines/${id(machine)}`),
    disks: (search: DisksSearch) => api('disks', { ...search, limit: PAGE_ROWS }),
    disk: (disk: string) => api(`disks/${id(disk)}`),
    rates: (search: ModelsSearch) => api('rates', windowed(search)),
    analyse: (name?: string) => api('analyse', { name }),
    credentials: (cursor?: string) => api('credentials', { cursor, limit: PAGE_ROWS }),
    newCredential: () => api('credentials'),
    credential: (credential: string) => api(`credentials/${id(credential)}`),
    docs: () => '/api/docs',
  },
};
