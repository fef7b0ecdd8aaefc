import { CAUSES, isCause } from './theme/causes.js';
import type { Cause } from './api/types.js';

/** What the address line may say, read without trust: anything unknown becomes the default. */
export type RawSearch = Readonly<Record<string, string | readonly string[] | undefined>>;

export const WINDOWS = [7, 30, 90, 365] as const;
export type Days = (typeof WINDOWS)[number];
export const DEFAULT_DAYS: Days = 90;

export const GROUP_SORTS = ['crashes', 'last', 'first', 'machines'] as const;
export type GroupSort = (typeof GROUP_SORTS)[number];
export const MACHINE_SORTS = ['crashes', 'computer', 'last-heard'] as const;
export type MachineSort = (typeof MACHINE_SORTS)[number];
export const RATES_BY = ['model', 'firmware', 'driver', 'machine-model'] as const;
export type RatesBy = (typeof RATES_BY)[number];
export const ORDERS = ['desc', 'asc'] as const;
export type Order = (typeof ORDERS)[number];

export interface GroupsSearch {
  readonly days: Days;
  readonly cause: readonly Cause[];
  readonly family?: string;
  readonly status?: string;
  readonly model?: string;
  readonly stack?: string;
  readonly q?: string;
  readonly sort: GroupSort;
  readonly order: Order;
  readonly cursor?: string;
}
export interface CrashesSearch {
  readonly days: Days;
  readonly group?: string;
  readonly machine?: string;
  readonly disk?: string;
  readonly cause: readonly Cause[];
  readonly cursor?: string;
}
export interface MachinesSearch {
  readonly q?: string;
  readonly sort: MachineSort;
  readonly cursor?: string;
}
export interface ModelsSearch {
  readonly by: RatesBy;
  readonly days: Days;
}
export interface DisksSearch {
  readonly q?: string;
  readonly model?: string;
  readonly firmware?: string;
  readonly cursor?: string;
}

const one = (raw: RawSearch, key: string): string | undefined => {
  const value = raw[key];
  const first = typeof value === 'string' ? value : value?.[0];
  return first === '' ? undefined : first;
};
const many = (raw: RawSearch, key: string): readonly string[] => {
  const value = raw[key];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};
const among = <T extends string>(allowed: readonly [T, ...T[]], value: string | undefined): T =>
  allowed.find((item) => item === value) ?? allowed[0];

const days = (raw: RawSearch): Days => WINDOWS.find((item) => String(item) === one(raw, 'days')) ?? DEFAULT_DAYS;
const causes = (raw: RawSearch): readonly Cause[] => {
  const wanted = new Set(many(raw, 'cause').filter(isCause));
  return CAUSES.filter((cause) => wanted.has(cause));
};

export const overviewSearch = (raw: RawSearch): { readonly days: Days } => ({ days: days(raw) });

export const groupsSearch = (raw: RawSearch): GroupsSearch => ({
  days: days(raw),
  cause: causes(raw),
  family: one(raw, 'family'),
  status: one(raw, 'status'),
  model: one(raw, 'model'),
  stack: one(raw, 'stack'),
  q: one(raw, 'q'),
  sort: among(GROUP_SORTS, one(raw, 'sort')),
  order: among(ORDERS, one(raw, 'order')),
  cursor: one(raw, 'cursor'),
});

export const crashesSearch = (raw: RawSearch): CrashesSearch => ({
  days: days(raw),
  group: one(raw, 'group'),
  machine: one(raw, 'machine'),
  disk: one(raw, 'disk'),
  cause: causes(raw),
  cursor: one(raw, 'cursor'),
});

export const machinesSearch = (raw: RawSearch): MachinesSearch => ({
  q: one(raw, 'q'),
  sort: among(MACHINE_SORTS, one(raw, 'sort')),
  cursor: one(raw, 'cursor'),
});

export const disksSearch = (raw: RawSearch): DisksSearch => ({
  q: one(raw, 'q'),
  model: one(raw, 'model'),
  firmware: one(raw, 'firmware'),
  cursor: one(raw, 'cursor'),
});

export const modelsSearch = (raw: RawSearch): ModelsSearch => ({
  by: among(RATES_BY, one(raw, 'by')),
  days: days(raw),
});

export const keysSearch = (raw: RawSearch): { readonly cursor?: string } => ({ cursor: one(raw, 'cursor') });

/** Where to go after signing in. Only our own pages: an address that names another host is dropped. */
export const nextPage = (raw: RawSearch): string => {
  const next = one(raw, 'next') ?? '/';
  return /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : '/';
};

/** The router's reader and writer of the address line: plain repeated keys, no JSON. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {};
  const params = new URLSearchParams(text);
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    out[key] = values.length === 1 ? values[0]! : values;
  }
  return out;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) params.append(key, String(item));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
