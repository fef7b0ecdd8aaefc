import { BugcheckCode, baseBugcheck } from '@inpage/codes';
import { reportedAt, stoppedAt, type Evidence } from './evidence.js';

const MINUTE = 60_000;
/** Kernel-Power 41, EventLog 6008, volmgr 161 and the 1001 of one boot lie this close together. */
const BOOT_MS = 10 * MINUTE;
/** Two copies of one event, one of them with its time cut to seconds. */
const SAME_EVENT_MS = 2_000;
/** Two readings of one crash, from a dump and from an event. */
const SAME_STOP_MS = 2 * MINUTE;
/** A PC may stay off for a while before it boots and reports. */
const UNTIL_NEXT_BOOT_MS = 7 * 24 * 60 * MINUTE;

/** The records that speak of one stop. Never empty; strongest evidence first. */
export type Stopped = readonly Evidence[];

/** Strongest first: which record stands for a crash, and whose code and parameters are taken. */
const STRENGTH: Record<Evidence['kind'], number> = {
  crash: 0,
  'wer-1001': 1,
  'wer-1000': 2,
  'kernel-power-41': 3,
  'volmgr-161': 4,
  'eventlog-6008': 5,
};

/**
 * Tells which records of one machine speak of the same stop. A pure function of the set: the order in which records arrive
 * cannot matter, because it is not there.
 *
 * Events are written at the boot after the crash, so first they are gathered into boots: close in time, no two different
 * events of one kind, no contradiction in code or parameters. Crash records carry the time of the crash itself; each joins the
 * boot that reports the same code and parameters soonest after it.
 */
export function correlate(evidence: readonly Evidence[]): Stopped[] {
  const boots = gatherBoots(evidence.filter((e) => e.kind !== 'crash'));
  const stops = gatherStops(evidence.filter((e) => e.kind === 'crash'));
  const stopOf = matchStops(stops, boots);
  const joined = boots.map((boot) => [...boot, ...(stopOf.get(boot) ?? [])]);
  const matched = new Set(stopOf.values());
  return [...joined, ...stops.filter((stop) => !matched.has(stop))].map((stopped) => stopped.sort(byStrength));
}

type Gathered = Evidence[];

function gatherBoots(evidence: readonly Evidence[]): Gathered[] {
  const boots: Gathered[] = [];
  for (const e of [...evidence].sort(byTime)) {
    const boot = lastOnes(boots, e).find((b) => accepts(b, e));
    if (boot) boot.push(e);
    else boots.push([e]);
  }
  return boots;
}

/** Boots that began within ten minutes before, the latest first. */
function lastOnes(boots: readonly Gathered[], e: Evidence): Gathered[] {
  const recent: Gathered[] = [];
  for (let i = boots.length - 1; i >= 0 && reportedAt(e) - reportedAt(boots[i]![0]!) <= BOOT_MS; i--)
    recent.push(boots[i]!);
  return recent;
}

const accepts = (boot: Gathered, e: Evidence): boolean =>
  boot.every((member) => (member.kind === e.kind ? isSameEvent(member, e) : !contradict(member, e)));

function isSameEvent(a: Evidence, b: Evidence): boolean {
  if (contradict(a, b)) return false;
  if (Math.abs(reportedAt(a) - reportedAt(b)) <= SAME_EVENT_MS) return true;
  return a.reportId !== undefined && a.reportId === b.reportId && !/^[0-]+$/.test(a.reportId);
}

function gatherStops(evidence: readonly Evidence[]): Gathered[] {
  const stops: Gathered[] = [];
  for (const e of [...evidence].sort(byTime)) {
    const stop = stops.findLast(
      (s) => reportedAt(e) - reportedAt(s[0]!) <= SAME_STOP_MS && s.every((member) => !contradict(member, e)),
    );
    if (stop) stop.push(e);
    else stops.push([e]);
  }
  return stops;
}

interface Match {
  readonly stop: Gathered;
  readonly boot: Gathered;
  /** Equal code and an equal parameter that is not zero: addresses of two stops hardly ever coincide. */
  readonly certain: boolean;
  /** The boot comes after the stop, as it should; clocks may say otherwise by minutes. */
  readonly inOrder: boolean;
  readonly apartMs: number;
}

/** The best pairs first; each boot and each stop is taken once. */
function matchStops(stops: readonly Gathered[], boots: readonly Gathered[]): Map<Gathered, Gathered> {
  const matches = stops.flatMap((stop) => boots.flatMap((boot) => match(stop, boot) ?? []));
  matches.sort(byLikelihood);
  const stopOf = new Map<Gathered, Gathered>();
  const taken = new Set<Gathered>();
  for (const { stop, boot } of matches) {
    if (stopOf.has(boot) || taken.has(stop)) continue;
    stopOf.set(boot, stop);
    taken.add(stop);
  }
  return stopOf;
}

const byLikelihood = (a: Match, b: Match): number =>
  Number(b.certain) - Number(a.certain) ||
  Number(b.inOrder) - Number(a.inOrder) ||
  a.apartMs - b.apartMs ||
  compare(idOf(a.stop), idOf(b.stop)) ||
  compare(idOf(a.boot), idOf(b.boot));

function match(stop: Gathered, boot: Gathered): Match | undefined {
  const crash = stop[0]!;
  if (boot.some((member) => stop.some((told) => contradict(member, told)))) return undefined;
  const certain = boot.some((member) => member.code !== undefined && stop.some((told) => shareParameter(member, told)));
  const sinceStopMs = reportedAt(boot[0]!) - reportedAt(crash);
  const inReach = sinceStopMs >= -BOOT_MS && sinceStopMs <= (certain ? UNTIL_NEXT_BOOT_MS : BOOT_MS);
  const lastAlive = boot.map(stoppedAt).find((ms) => ms !== undefined);
  const atLastAlive = lastAlive !== undefined && Math.abs(lastAlive - reportedAt(crash)) <= BOOT_MS;
  return inReach || atLastAlive
    ? { stop, boot, certain, inOrder: sinceStopMs >= 0, apartMs: Math.abs(sinceStopMs) }
    : undefined;
}

/** Two codes that differ, or a parameter that both give and that differs. Zero is "not recorded" here: it contradicts nothing. */
function contradict(a: Evidence, b: Evidence): boolean {
  if (a.code === undefined || b.code === undefined) return false;
  if (baseBugcheck(BugcheckCode(a.code)) !== baseBugcheck(BugcheckCode(b.code))) return true;
  return bothGive(a, b, (x, y) => x !== y);
}

const shareParameter = (a: Evidence, b: Evidence): boolean => bothGive(a, b, (x, y) => x === y);

/** Whether a parameter that both recorded is as asked. Without lists: a looping machine makes millions of these questions. */
function bothGive(a: Evidence, b: Evidence, asked: (x: bigint, y: bigint) => boolean): boolean {
  for (let i = 0; i < 4; i++) {
    const x = a.parameters?.[i];
    const y = b.parameters?.[i];
    if (x && y && asked(x, y)) return true;
  }
  return false;
}

const idOf = (gathered: Gathered): string => gathered[0]!.recordId;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byTime = (a: Evidence, b: Evidence): number =>
  reportedAt(a) - reportedAt(b) || STRENGTH[a.kind] - STRENGTH[b.kind] || compare(a.recordId, b.recordId);
const byStrength = (a: Evidence, b: Evidence): number =>
  STRENGTH[a.kind] - STRENGTH[b.kind] ||
  Number(b.source === 'dump') - Number(a.source === 'dump') ||
  Number(b.dump !== undefined) - Number(a.dump !== undefined) ||
  compare(a.recordId, b.recordId);
