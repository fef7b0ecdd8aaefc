import { tidy } from '../../explain/names.js';
import type { CauseClass } from '@inpage/codes';
import type { TracedRequest } from '@inpage/contracts';
import { type About, srbMeaning } from '../lead-up/event-meaning.js';
import { saturated, shareClaims } from '../lead-up/chorus.js';
import { noAnswer, type Shares } from '../no-answer.js';
import type { CrashFacts } from '../../verdict.js';
import type { Claim, Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';
import { heardHistory, type HeardHistory } from './request-histories.js';

const SHARES: Readonly<Partial<Record<About, Shares>>> = {
  link: { link: 4, controller: 1 },
  'device-gone': { 'device-gone': 4 },
  controller: { controller: 2 },
  resources: { resources: 3 },
};

const sharesOf = (facts: CrashFacts, about: About): Shares | undefined =>
  about === 'timeout' ? (behindVirtualLayer(facts) ? { virtual: 4 } : noAnswer(facts)) : SHARES[about];

const statusName = ({ srbStatus, srbStatusName }: TracedRequest): string =>
  srbStatusName === undefined ? `SRB status 0x${(srbStatus ?? 0).toString(16).padStart(2, '0')}` : tidy(srbStatusName);

function claimsOf(facts: CrashFacts, heard: HeardHistory, about: About): readonly Claim[] {
  const failed = heard.history.failed.filter(({ srbStatus }) => srbMeaning(mask(srbStatus))?.about === about);
  const shares = failed.length === 0 ? undefined : sharesOf(facts, about);
  if (shares === undefined) return [];
  const requests = failed.length === 1 ? 'One request' : `${failed.length} requests`;
  const because = `${requests} ${heard.whose} failed before the machine stopped, with ${statusName(failed[0]!)}.`;
  return shareClaims(facts, shares, heard.share * saturated(failed.length, 1), because);
}

/** The two highest bits are flags. */
const mask = (srbStatus: number | undefined): number | undefined =>
  srbStatus === undefined ? undefined : srbStatus & 0x3f;

const heaviestFirst = (a: Claim, b: Claim): number => b.weight - a.weight;

/** One request may be counted under two headings (a timeout and the reset after it), so each cause is claimed once. */
function oncePerCause(claims: readonly Claim[]): readonly Claim[] {
  const seen = new Set<CauseClass>();
  return [...claims].sort(heaviestFirst).filter(({ cause }) => !seen.has(cause) && seen.add(cause));
}

export const dumpFailedRequests: Rule = {
  id: 'dump/failed-requests',
  doc: 'StorPort remembers requests that failed just before the stop, and the SRB status of each says whose fault it was.',
  source:
    'srb.h of the WDK; https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c; an SRB status of ERROR says nothing without its sense data, which are not kept',
  weight: 4,
  test(facts) {
    const heard = heardHistory(facts);
    if (heard === undefined) return [];
    const abouts: readonly About[] = ['timeout', 'link', 'device-gone', 'controller', 'resources'];
    return oncePerCause(abouts.flatMap((about) => claimsOf(facts, heard, about)));
  },
};
