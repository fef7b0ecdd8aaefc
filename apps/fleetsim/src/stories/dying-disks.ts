import { newDisk, type Configuration } from '../fleet/machine.js';
import { Random } from '../random/random.js';
import { answeringDiskStop } from '../stops/inpage-stop.js';
import { STATUS } from '../stops/status.js';
import type { Stop } from '../stops/stop.js';
import { DAY_MS } from '../timeline/calendar.js';
import { badBlock, pagingError, retriedRequest, SRB } from '../windows/disk-events.js';
import type { WindowsEvent } from '../windows/event.js';
import type { Scene, Story } from './story.js';

/** Error events a day at the beginning, and by what power of e they rise until the end. */
const EVENTS_PER_DAY = 0.15;
const RISE = 3.6;
/** Stops begin late in the course. */
const FIRST_STOP = 0.6;
const REPLACED = 0.5;

/** One disk's decline, in days since the start. */
interface Course {
  readonly onset: number;
  readonly end: number;
}

export const dyingDisks: Story = {
  id: 'dying-disks',
  text: 'Single disks grow bad sectors over weeks: disk 7, 51 and 153 become frequent, then reads of the paging file fail.',
  cause: 'media',
  planted: { status: '0xC000009C' },
  cast: {
    machines: (fleet) => Math.max(3, Math.round(fleet * 0.008)),
    casting: {
      pcs: ['deskline-3050', 'deskline-3020', 'deskline-5090'],
      disks: ['samsung860', 'crucialMx500', 'micron1300', 'wdBlue', 'seagate2tb', 'samsung980', 'samsungPm9a1'],
    },
  },
  play(scene) {
    const { calendar, random } = scene;
    const onset = random.between(0.1, 0.45) * calendar.days;
    const course = { onset, end: Math.min(calendar.days, onset + random.between(0.3, 0.5) * calendar.days) };
    const stops = [...stopsOf(scene, course)];
    const replacedMs = random.chance(REPLACED) ? replacement(scene, course, stops) : undefined;
    const untilMs = replacedMs ?? calendar.endMs;
    return {
      changes: replacedMs === undefined ? [] : [{ atMs: replacedMs, apply: withNewDisk(random) }],
      events: [...errorsOf(scene, course)].filter(({ atMs }) => atMs < untilMs),
      stops,
      truth: { disk: 0, state: 'dying', sinceMs: calendar.place(random, onset) ?? calendar.endMs },
    };
  },
};

/** A day or more after the end of the course and after the last stop. */
function replacement({ calendar, random }: Scene, { end }: Course, stops: readonly Stop[]): number | undefined {
  const lastStopDay = Math.max(0, ...stops.map(({ atMs }) => (atMs - calendar.startMs) / DAY_MS));
  return calendar.place(random, Math.max(end, lastStopDay) + 1);
}

function withNewDisk(random: Random): (before: Configuration) => Configuration {
  const seed = random.u32();
  return (before) => ({
    ...before,
    disks: before.disks.map((disk) => (disk.number === 0 ? successor(seed, disk.kind) : disk)),
  });
}

/** The same model from the shelf, with another serial. */
function successor(seed: number, kind: Configuration['disks'][number]['kind']): Configuration['disks'][number] {
  return newDisk(Random.of(seed, 'successor'), kind, 0);
}

function* errorsOf({ calendar, random }: Scene, { onset, end }: Course): Generator<WindowsEvent> {
  for (let day = onset; day < calendar.days; day++) {
    const course = Math.min(1, (day - onset) / (end - onset));
    const rate = EVENTS_PER_DAY * Math.exp(RISE * course);
    for (const atMs of calendar.arrivals(random, rate, day, day + 1)) yield anError(random, atMs, course);
  }
}

function anError(random: Random, atMs: number, course: number): WindowsEvent {
  const at = random.unit();
  if (at < 0.5) return badBlock(random, atMs, 0);
  if (at < 0.75) return retriedRequest(random, atMs, 0, SRB.error);
  return pagingError(random, atMs, 0, random.chance(course) ? STATUS.dataError : 0, SRB.error);
}

function* stopsOf({ calendar, random }: Scene, { onset, end }: Course): Generator<Stop> {
  const count = 2 + random.int(4);
  const first = onset + FIRST_STOP * (end - onset);
  for (let i = 0; i < count; i++) {
    const atMs = calendar.place(random, random.between(first, end));
    if (atMs !== undefined) yield mediaStop(random, atMs);
  }
}

function mediaStop(random: Random, atMs: number): Stop {
  const leadUp = [
    badBlock(random, atMs - 4000, 0),
    pagingError(random, atMs - 2000, 0, 0, SRB.error),
    pagingError(random, atMs - 500, 0, STATUS.dataError, SRB.error),
  ];
  const told = { story: 'dying-disks', cause: 'media', because: 'the disk has bad sectors', disk: 0 } as const;
  return answeringDiskStop(random, { ...told, atMs, status: STATUS.dataError, leadUp });
}
