import { osBuild, updateAt, updatesBy } from '../fleet/windows-builds.js';
import type { MachineFacts } from '../fleet/machine.js';
import { Random } from '../random/random.js';
import type { Stop } from '../stops/stop.js';
import { healthyNoise } from '../stories/healthy-noise.js';
import type { Change, DiskTruth, Plot, Scene } from '../stories/story.js';
import type { StoryId } from '../stories/story-id.js';
import { machineOf, type World } from '../stories/world.js';
import { machineTruth } from '../truth/machine-truth.js';
import { stopTruth } from '../truth/stop-truth.js';
import type { MachineTruth, StopTruth } from '../truth/truth.js';
import { afterStop, LONGEST_BOOT_MS } from './after-stop.js';
import { beatsOf } from './beats.js';
import { DAY_MS, makeCalendar, MINUTE_MS, type Calendar } from './calendar.js';
import { dress } from './dress.js';
import { History } from './history.js';
import { inventoryRecord } from './inventory.js';
import type { Moment, Observation } from './observation.js';

/** Everything that one machine goes through, and what it tells about it. */
export interface MachineLife {
  readonly machine: MachineFacts;
  readonly truth: MachineTruth;
  readonly stops: readonly StopTruth[];
  /** In the order of time. A machine's whole time is some hundred observations; a fleet is never held. */
  readonly observations: readonly Observation[];
}

/** Two stops of one machine are at least this far apart: a machine has to boot and be used before it stops again. */
const SHORTEST_LIFE_MS = 45 * MINUTE_MS;

/** The life of machine number `index`. */
export function machineLife(world: World, index: number): MachineLife {
  const machine = machineOf(world, index);
  const random = (stream: string) => Random.of(world.seed, stream, index);
  const calendar = makeCalendar(random('calendar'), machine.site, world.startMs, world.endMs);
  const plots = plotsOf(world, machine, calendar);
  const changes = [...plots.flatMap(({ plot }) => plot.changes ?? []), ...monthlyUpdates(world, machine, calendar)];
  const history = new History(machine.atStart, world.startMs, changes);
  const stops = tellable(
    plots.flatMap(({ plot }) => plot.stops ?? []),
    world.endMs,
  );
  const moments = momentsOf({ machine, calendar, history, plots, stops, random });
  return {
    machine,
    truth: machineTruth(
      machine,
      history,
      plots.map(({ id }) => id).filter((id) => id !== null),
      truthsOf(plots),
    ),
    stops: stops.map((stop) => stopTruth(machine, history.at(stop.atMs), stop)),
    observations: dress(
      machine,
      moments.filter(({ atMs }) => atMs >= world.startMs && atMs <= world.endMs),
      random('dress'),
    ),
  };
}

interface Told {
  readonly id: StoryId | null;
  readonly plot: Plot;
}

/** Every story draws from its own stream: choosing another set of stories leaves the others as they are. */
function plotsOf(world: World, machine: MachineFacts, calendar: Calendar): Told[] {
  const scene = (name: string): Scene => ({ machine, calendar, random: Random.of(world.seed, name, machine.index) });
  const stories = world.told
    .filter((story) => !story.cast || world.roles.get(machine.index) === story)
    .map((story) => ({ id: story.id, plot: story.play(scene(story.id)) }));
  const told = stories.filter((one): one is Told & { id: StoryId } => one.plot !== undefined);
  return [{ id: null, plot: healthyNoise(scene('healthy-noise')) }, ...told];
}

const truthsOf = (plots: readonly Told[]): DiskTruth[] => plots.flatMap(({ plot }) => plot.truth ?? []);

/** A machine installs each monthly update within ten days. */
function monthlyUpdates(world: World, machine: MachineFacts, calendar: Calendar): Change[] {
  const random = Random.of(world.seed, 'updates', machine.index);
  const changes: Change[] = [];
  for (let n = updatesBy(world.startMs) + 1; n <= updatesBy(world.endMs); n++) {
    const atMs = calendar.place(random, (updateAt(n) - world.startMs) / DAY_MS + random.between(0, 10));
    if (atMs !== undefined)
      changes.push({ atMs, apply: (before) => ({ ...before, osBuild: osBuild(machine.release, n) }) });
  }
  return changes;
}

/** In order, far enough apart, and early enough for the machine to be back before the end. */
function tellable(stops: readonly Stop[], endMs: number): Stop[] {
  const kept: Stop[] = [];
  for (const stop of stops.toSorted((a, b) => a.atMs - b.atMs)) {
    const last = kept.at(-1);
    if (stop.atMs + LONGEST_BOOT_MS > endMs) break;
    if (!last || stop.atMs - last.atMs >= SHORTEST_LIFE_MS) kept.push(stop);
  }
  return kept;
}

interface Parts {
  readonly machine: MachineFacts;
  readonly calendar: Calendar;
  readonly history: History;
  readonly plots: readonly Told[];
  readonly stops: readonly Stop[];
  readonly random: (stream: string) => Random;
}

function momentsOf({ machine, calendar, history, plots, stops, random }: Parts): Moment[] {
  const boots = random('boots');
  const moments: Moment[] = [
    ...history.states.map(({ fromMs, is }) => ({ atMs: fromMs, record: inventoryRecord(machine, is, fromMs) })),
    ...beatsOf(calendar, random('beats')),
    ...plots.flatMap(({ plot }) => plot.events ?? []).map((event) => ({ atMs: event.atMs, event })),
    ...stops.flatMap((stop) => afterStop(machine, history.at(stop.atMs), stop, boots)),
  ];
  return moments.sort((a, b) => a.atMs - b.atMs);
}
