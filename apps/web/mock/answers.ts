import type { CauseSeriesPoint, DiskDetail, MachineDetail, Overview } from '../src/api/types.js';
import { groupedBy } from '../src/format/grouped-by.js';
import { daysOf, windowOf } from '../src/format/window.js';
import type { Fleet } from './fleet.js';
import type { MockDisk } from './mock-items.js';
import { byGroup, groupSummary, most } from './group-answers.js';
import { distinct, has, oneOf, pageOf, summaryOf, windowFrom, within, type Params } from './reading.js';

export function crashes(fleet: Fleet, params: Params) {
  const { from, to } = windowFrom(params, fleet.now);
  const rows = fleet.crashes
    .filter(
      (crash) =>
        within(crash, from, to) &&
        oneOf(crash.cause, params.getAll('cause')) &&
        oneOf(crash.groupId, params.getAll('group')),
    )
    .filter(
      (crash) =>
        oneOf(crash.machine.id, params.getAll('machine')) && oneOf(crash.disk?.id ?? '', params.getAll('disk')),
    );
  return pageOf(rows.map(summaryOf), params, fleet.now);
}

export function crash(fleet: Fleet, id: string) {
  const found = fleet.crashes.find((item) => item.id === id);
  if (!found) return undefined;
  const { story: _story, model: _model, ...rest } = found;
  return rest;
}

const MACHINE_SORTS: Record<string, (a: Fleet['machines'][number], b: Fleet['machines'][number]) => number> = {
  crashes: most,
  computer: (a, b) => a.computer.localeCompare(b.computer),
  'last-heard': (a, b) => b.lastHeardAt.localeCompare(a.lastHeardAt),
};

export function machines(fleet: Fleet, params: Params) {
  const rows = fleet.machines.filter(({ computer }) => has(computer, params.get('q')));
  return pageOf([...rows].sort(MACHINE_SORTS[params.get('sort') ?? 'crashes']), params, fleet.now);
}

const attachmentOf = (disk: MockDisk) => ({
  machine: disk.machine!,
  disk: { id: disk.id, model: disk.model, firmware: disk.firmware, serial: disk.serial },
  number: 0,
  port: disk.bridged ? 'USB 3' : 'SATA 0',
  holdsPageFile: true,
  isBoot: !disk.bridged,
  driverStack: [...disk.stack],
  firstSeenAt: disk.firstSeenAt,
  lastSeenAt: disk.lastSeenAt,
});

export function machine(fleet: Fleet, id: string): MachineDetail | undefined {
  const found = fleet.machines.find((item) => item.id === id);
  const disks = fleet.disks.filter((disk) => disk.machine?.id === id).map(attachmentOf);
  return (
    found && {
      ...found,
      disks,
      recentCrashes: fleet.crashes
        .filter((item) => item.machine.id === id)
        .slice(0, 10)
        .map(summaryOf),
    }
  );
}

const diskOf = ({ stack: _stack, ...disk }: MockDisk) => disk;

export function disks(fleet: Fleet, params: Params) {
  const rows = fleet.disks
    .filter(({ model, serial }) => has(`${model} ${serial}`, params.get('q')))
    .filter(
      ({ model, firmware }) => oneOf(model, params.getAll('model')) && oneOf(firmware ?? '', params.getAll('firmware')),
    );
  return pageOf([...rows].sort(most).map(diskOf), params, fleet.now);
}

export function disk(fleet: Fleet, id: string): DiskDetail | undefined {
  const found = fleet.disks.find((item) => item.id === id);
  if (!found) return undefined;
  return {
    ...diskOf(found),
    attachments: [attachmentOf(found)],
    recentCrashes: fleet.crashes
      .filter((item) => item.disk?.id === id)
      .slice(0, 10)
      .map(summaryOf),
  };
}

export function overview(fleet: Fleet, params: Params): Overview {
  const { from, to } = windowFrom(params, fleet.now);
  const days = daysOf(from, to).length;
  const before = windowOf(days, Date.parse(from) - 1);
  const inside = fleet.crashes.filter((item) => within(item, from, to));
  const all = [...byGroup(fleet.crashes).values()]
    .map((items) => groupSummary(items, from, to))
    .filter((item) => item.crashes > 0);
  const series = [...groupedBy(inside, (item) => `${item.stoppedAt.slice(0, 10)}|${item.cause}`).values()].map(
    (items): CauseSeriesPoint => ({
      day: items[0]!.stoppedAt.slice(0, 10),
      cause: items[0]!.cause,
      crashes: items.length,
    }),
  );
  return {
    from,
    to,
    crashes: inside.length,
    crashesBefore: fleet.crashes.filter((item) => within(item, before.from, before.to)).length,
    machinesWithCrashes: distinct(inside.map((item) => item.machine.id)),
    machines: fleet.machines.length,
    disks: fleet.disks.length,
    groups: all.length,
    newGroups: all.filter((item) => item.firstCrashAt >= from).length,
    series,
    causes: [...groupedBy(inside, (item) => item.cause)]
      .map(([cause, items]) => ({ cause, crashes: items.length }))
      .sort(most),
    topGroups: all.sort(most).slice(0, 8),
    freshness: {
      asOf: new Date(fleet.now).toISOString(),
      lastRecordAt: new Date(fleet.now - 130_000).toISOString(),
      pendingChunks: 0,
    },
  };
}
