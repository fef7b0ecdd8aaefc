import { MEDIA } from '../fleet/disk-models.js';
import { answeringDiskStop } from '../stops/inpage-stop.js';
import { powerStop, unrelatedStop } from '../stops/other-stops.js';
import { STATUS } from '../stops/status.js';
import type { Stop } from '../stops/stop.js';
import { MINUTE_MS } from '../timeline/calendar.js';
import { resetToDevice, retriedRequest, sameIdentifiers, SRB } from '../windows/disk-events.js';
import type { WindowsEvent } from '../windows/event.js';
import type { Plot, Scene } from './story.js';

/** Per machine and day. Our own numbers: what an ordinary fleet shows when nothing is wrong with it. */
const PER_DAY = {
  unrelatedStop: 0.7 / 365,
  powerLoss: 0.8 / 365,
  /** A 0x7A that never comes back on the same machine: statistics have to live with them. */
  strayInpage: 0.02 / 365,
  retry: { [MEDIA.hdd]: 0.012, [MEDIA.ssd]: 0.004 } as Record<number, number>,
  reset: 0.002,
} as const;
/** Share of machines whose log speaks of equal disk identifiers at every boot. */
const SAME_IDENTIFIERS = 0.02;

/** What happens to every machine, with or without stories. */
export const healthyNoise = (scene: Scene): Plot => ({ stops: [...stopsOf(scene)], events: [...eventsOf(scene)] });

function* stopsOf({ calendar, random }: Scene): Generator<Stop> {
  for (const atMs of calendar.arrivals(random, PER_DAY.unrelatedStop)) yield unrelatedStop(random, atMs);
  for (const atMs of calendar.arrivals(random, PER_DAY.powerLoss)) yield powerStop(random, atMs);
  for (const atMs of calendar.arrivals(random, PER_DAY.strayInpage)) {
    const status = random.pick([STATUS.ioDeviceError, STATUS.noSuchDevice, STATUS.insufficientResources]);
    const told = { story: null, cause: 'unknown', because: 'happened once', disk: null, atMs, status } as const;
    yield answeringDiskStop(random, told);
  }
}

function* eventsOf({ machine, calendar, random }: Scene): Generator<WindowsEvent> {
  const retries = PER_DAY.retry[machine.atStart.disks[0]!.kind.media] ?? 0;
  for (const atMs of calendar.arrivals(random, retries)) yield retriedRequest(random, atMs, 0, SRB.timeout);
  for (const atMs of calendar.arrivals(random, PER_DAY.reset)) yield resetToDevice(atMs, machine.pc.port);
  if (random.chance(SAME_IDENTIFIERS))
    for (const { fromMs } of calendar.onTimes) yield sameIdentifiers(fromMs + MINUTE_MS, 0);
}
