import type { FacetValue, Group, GroupDisk, GroupMachine, GroupSummary } from '../src/api/types.js';
import { groupedBy } from '../src/format/grouped-by.js';
import { daysOf } from '../src/format/window.js';
import type { Fleet } from './fleet.js';
import type { MockCrash } from './mock-items.js';
import { distinct, has, oneOf, pageOf, summaryOf, windowFrom, within, type Params } from './reading.js';

/** One group in a window; undefined when it had no crash there. */
export function groupSummary(all: readonly MockCrash[], from: string, to: string): GroupSummary {
  const [last, first] = [all[0]!, all.at(-1)!];
  const inside = all.filter((crash) => within(crash, from, to));
  const days = daysOf(from, to);
  const sparkline = Array.from({ length: 7 }, () => 0);
  for (const { stoppedAt } of inside)
    sparkline[Math.floor((days.indexOf(stoppedAt.slice(0, 10)) * 7) / days.length)]! += 1;
  return {
    id: last.groupId,
    family: last.story.family,
    title: last.title,
    bugcheckName: last.bugcheckName,
    status: last.status,
    model: last.model,
    driverStack: last.driverStack?.map(({ name }) => name) ?? null,
    cause: last.cause,
    confidence: last.confidence,
    crashes: inside.length,
    crashesTotal: all.length,
    machines: distinct(all.map(({ machine }) => machine.id)),
    disks: distinct(all.flatMap(({ disk }) => disk?.id ?? [])),
    firstCrashAt: first.stoppedAt,
    lastCrashAt: last.stoppedAt,
    sparkline,
  };
}

export const byGroup = (crashes: readonly MockCrash[]) => groupedBy(crashes, ({ groupId }) => groupId);

const SORTS: Record<string, (group: GroupSummary) => number> = {
  crashes: (group) => group.crashes,
  machines: (group) => group.machines,
  last: (group) => Date.parse(group.lastCrashAt),
  first: (group) => Date.parse(group.firstCrashAt),
};

export function groups(fleet: Fleet, params: Params) {
  const { from, to } = windowFrom(params, fleet.now);
  const stack = params.get('stack');
  const rows = [...byGroup(fleet.crashes).values()]
    .map((crashes) => groupSummary(crashes, from, to))
    .filter(
      (group) => group.crashes > 0 && oneOf(group.cause, params.getAll('cause')) && has(group.title, params.get('q')),
    )
    .filter(
      (group) =>
        oneOf(group.family, params.getAll('family')) && oneOf(group.status?.code ?? 'none', params.getAll('status')),
    )
    .filter(
      (group) =>
        oneOf(group.model ?? 'unknown', params.getAll('model')) && (!stack || group.driverStack?.join(' > ') === stack),
    );
  const value = SORTS[params.get('sort') ?? 'crashes'] ?? SORTS.crashes!;
  const sign = params.get('order') === 'asc' ? 1 : -1;
  rows.sort((a, b) => sign * (value(a) - value(b)) || a.id.localeCompare(b.id));
  return { ...pageOf(rows, params, fleet.now), from, to };
}

const ofGroup = (fleet: Fleet, id: string) => fleet.crashes.filter(({ groupId }) => groupId === id);

export function group(fleet: Fleet, id: string, params: Params): Group | undefined {
  const crashes = ofGroup(fleet, id);
  const last = crashes[0];
  if (!last) return undefined;
  const { from, to } = windowFrom(params, fleet.now);
  return {
    ...groupSummary(crashes, from, to),
    verdict: last.verdict,
    decode: last.decode,
    exemplarCrashId: last.id,
    facets: facetsOf(
      fleet,
      crashes.filter((item) => within(item, from, to)),
    ),
  };
}

function facetsOf(fleet: Fleet, crashes: readonly MockCrash[]): FacetValue[] {
  const machines = new Map(fleet.machines.map((machine) => [machine.id, machine]));
  const named = crashes.flatMap(({ disk, machine, driverStack }) => [
    ['firmware', disk?.firmware],
    ['machine-model', machines.get(machine.id)?.model],
    ['os-build', machines.get(machine.id)?.osBuild],
    ['driver', driverStack?.map(({ name, version }) => `${name} ${version}`).at(-1)],
  ]);
  const counts = groupedBy(
    named.filter(([, value]) => value),
    ([facet, value]) => `${facet}\0${value}`,
  );
  return [...counts].map(([key, rows]) => {
    const [facet, value] = key.split('\0') as [string, string];
    return { facet, value, crashes: rows.length };
  });
}

export function groupSeries(fleet: Fleet, id: string, params: Params) {
  const { from, to } = windowFrom(params, fleet.now);
  const days = groupedBy(
    ofGroup(fleet, id).filter((crash) => within(crash, from, to)),
    ({ stoppedAt }) => stoppedAt.slice(0, 10),
  );
  return { from, to, points: [...days].map(([day, crashes]) => ({ day, crashes: crashes.length })).reverse() };
}

const spanOf = (crashes: readonly MockCrash[]) => ({
  crashes: crashes.length,
  firstCrashAt: crashes.at(-1)!.stoppedAt,
  lastCrashAt: crashes[0]!.stoppedAt,
});
export const most = (a: { crashes: number }, b: { crashes: number }) => b.crashes - a.crashes;

export function groupMachines(fleet: Fleet, id: string, params: Params) {
  const rows = [...groupedBy(ofGroup(fleet, id), ({ machine }) => machine.id)].map(
    ([machineId, crashes]): GroupMachine => {
      const { computer, manufacturer, model } = fleet.machines.find((machine) => machine.id === machineId)!;
      return { machine: { id: machineId, computer }, manufacturer, model, ...spanOf(crashes) };
    },
  );
  return pageOf(rows.sort(most), params, fleet.now);
}

export function groupDisks(fleet: Fleet, id: string, params: Params) {
  const known = ofGroup(fleet, id).filter(({ disk }) => disk !== null);
  const rows = [...groupedBy(known, ({ disk }) => disk!.id).values()].map((crashes): GroupDisk => ({
    disk: crashes[0]!.disk!,
    ...spanOf(crashes),
  }));
  return pageOf(rows.sort(most), params, fleet.now);
}

export const groupCrashes = (fleet: Fleet, id: string, params: Params) =>
  pageOf(ofGroup(fleet, id).map(summaryOf), params, fleet.now);
