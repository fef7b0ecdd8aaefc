import type { CauseClass } from '@inpage/codes';
import type { DiskEvent } from '@inpage/winevent';
import type { CrashFacts } from '../../verdict.js';
import type { LeadUpEvent, WhichDisk } from '../../witnesses.js';
import { isInDiskStory } from '../disk-story.js';
import type { Shares } from '../no-answer.js';
import { claim, type Claim } from '../rule.js';
import { PHYSICAL } from '../recorded-status.js';
import { behindVirtualLayer } from '../virtual-layer.js';
import { type About, eventMeaning } from './event-meaning.js';
import { besideStop } from './time-before.js';

/** Events that say the same, and how loud they are together: 1 for one plain event of this disk in the last ten minutes. */
export interface Chorus {
  readonly loudness: number;
  /** Nearest to the stop first. */
  readonly events: readonly LeadUpEvent[];
}

const SILENCE: Chorus = { loudness: 0, events: [] };

const MINUTES_10 = 600;
const DAY = 86_400;
const WEEK = 7 * DAY;

/** The last ten minutes count in full, the last day and the start after the stop less, the last week little. */
function closeness(secondsBefore: number): number {
  if (secondsBefore < 0) return secondsBefore >= -DAY ? 0.6 : 0;
  if (secondsBefore <= MINUTES_10) return 1;
  if (secondsBefore <= DAY) return 0.6;
  return secondsBefore <= WEEK ? 0.3 : 0;
}

/** An event of another disk never speaks against this one. */
const NEARNESS: Readonly<Record<WhichDisk, number>> = { 'this-disk': 1, 'unknown-disk': 0.5, 'another-disk': 0 };

const byDistance = (a: LeadUpEvent, b: LeadUpEvent): number => Math.abs(a.secondsBefore) - Math.abs(b.secondsBefore);

/**
 * `lasting`: a disk that has it before the stop has it afterwards too, so events of the next start count. `passing`: what
 * happens afterwards is another matter, or a consequence of the stop.
 */
export type Persistence = 'lasting' | 'passing';

type Worth = (event: DiskEvent) => number;

/** The events of a lead-up to which `worthOf` gives any worth, whatever the stop is about. */
export function hear(leadUp: readonly LeadUpEvent[], persistence: Persistence, worthOf: Worth): Chorus {
  const heard = leadUp
    .filter(({ secondsBefore }) => secondsBefore >= 0 || persistence === 'lasting')
    .map((one) => ({ one, loudness: worthOf(one.event) * NEARNESS[one.disk] * closeness(one.secondsBefore) }))
    .filter(({ loudness }) => loudness > 0);
  return {
    loudness: heard.reduce((sum, { loudness }) => sum + loudness, 0),
    events: heard.map(({ one }) => one).sort(byDistance),
  };
}

/** As `hear`, and silence where the disk has no part in the story of this stop. */
export const chorusOf = (facts: CrashFacts, persistence: Persistence, worthOf: Worth): Chorus =>
  facts.leadUp !== undefined && isInDiskStory(facts) ? hear(facts.leadUp, persistence, worthOf) : SILENCE;

export const worthAbout =
  (about: About): Worth =>
  (event) => {
    const said = eventMeaning(event);
    return said.about === about ? said.worth : 0;
  };

/** The events that speak of one thing. */
export const chorusAbout = (facts: CrashFacts, persistence: Persistence, about: About): Chorus =>
  chorusOf(facts, persistence, worthAbout(about));

/** Towards 1, and half of it where `loudness` equals `half`: the tenth event adds less than the first. */
export const saturated = (loudness: number, half: number): number => (loudness <= 0 ? 0 : loudness / (loudness + half));

/** To one decimal; lighter than 0.1 is not said at all. Behind a host, a pool or an array hardware is hearsay and weighs half. */
export function shareClaims(
  facts: CrashFacts,
  shares: Shares,
  strength: number,
  because: string,
  evidence: readonly string[] = [],
): readonly Claim[] {
  const hearsay = behindVirtualLayer(facts);
  return Object.entries(shares)
    .map(([cause, most]) => {
      const halved = hearsay && PHYSICAL.has(cause as CauseClass) ? 0.5 : 1;
      return claim(cause as CauseClass, Math.round(most * strength * halved * 10) / 10, because, evidence);
    })
    .filter(({ weight }) => weight > 0);
}

/** `For this disk, 3 bad blocks were logged, the nearest 4 minutes before the stop`, without the full stop. */
function told({ events }: Chorus, [one, many]: Voice['noun']): string {
  const whose = events.some(({ disk }) => disk === 'this-disk') ? 'this disk' : 'a disk that is not named';
  const when = besideStop(events[0]!.secondsBefore);
  return events.length === 1
    ? `For ${whose}, one ${one} was logged ${when}`
    : `For ${whose}, ${events.length} ${many} were logged, the nearest ${when}`;
}

export interface Voice {
  readonly shares: Shares;
  readonly half: number;
  /** What was logged: `bad block`, `bad blocks`. */
  readonly noun: readonly [one: string, many: string];
  /** What follows from it, a clause without a full stop. */
  readonly reading: string;
}

/** The claims of a chorus, with the events as evidence. */
export function chorusClaims(facts: CrashFacts, chorus: Chorus, voice: Voice): readonly Claim[] {
  if (chorus.loudness === 0) return [];
  const because = `${told(chorus, voice.noun)}; ${voice.reading}.`;
  const evidence = chorus.events.map(({ recordId }) => recordId);
  return shareClaims(facts, voice.shares, saturated(chorus.loudness, voice.half), because, evidence);
}
