import type { CrashSummary } from '../src/api/types.js';
import { windowOf } from '../src/format/window.js';
import type { MockCrash } from './mock-items.js';

export type Params = URLSearchParams;
const DAYS_BY_DEFAULT = 90;

/** The half-open window of the request, as REST reads it. */
export function windowFrom(params: Params, now: number) {
  const usual = windowOf(DAYS_BY_DEFAULT, now);
  return { from: params.get('from') ?? usual.from, to: params.get('to') ?? usual.to };
}
export const within = (crash: MockCrash, from: string, to: string) =>
  crash.stoppedAt.slice(0, 10) >= from && crash.stoppedAt.slice(0, 10) < to;
export const has = (text: string | null, part: string | null) =>
  !part || (text ?? '').toLowerCase().includes(part.toLowerCase());
export const oneOf = (value: string, wanted: readonly string[]) => wanted.length === 0 || wanted.includes(value);
export const distinct = (values: readonly unknown[]) => new Set(values).size;

/** Cuts a page out of a list; the cursor is the position, wrapped so that nobody reads it. */
export function pageOf<T>(items: readonly T[], params: Params, now: number) {
  const start = Number(atob(params.get('cursor') ?? '') || 0);
  const end = start + Number(params.get('limit') ?? 50);
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? btoa(String(end)) : null,
    asOf: new Date(now).toISOString(),
  };
}

export const summaryOf = ({
  story: _s,
  model: _m,
  decode: _d,
  verdict: _v,
  diskRule: _r,
  driverStack: _t,
  evidence: _e,
  leadUp: _l,
  leadUpCut: _c,
  dump: _p,
  ...rest
}: MockCrash): CrashSummary => rest;
