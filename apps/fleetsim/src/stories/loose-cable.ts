import { answeringDiskStop, goneDiskStop } from '../stops/inpage-stop.js';
import { STATUS } from '../stops/status.js';
import type { Stop } from '../stops/stop.js';
import type { Random } from '../random/random.js';
import { resetToDevice, retriedRequest, SRB } from '../windows/disk-events.js';
import type { WindowsEvent } from '../windows/event.js';
import type { Scene, Story } from './story.js';

/** Bursts of resets and retries, and the stops, per day once the cable has come loose. */
const BURSTS_PER_DAY = 0.25;
const STOPS_PER_DAY = 0.1;
/** Of the stops, those in which the disk does not come back. */
const SILENT = 0.55;

export const looseCable: Story = {
  id: 'loose-cable',
  text: 'One PC has a loose SATA cable: bursts of 129 and 153, then stops with changing link errors; the disk is sound.',
  cause: 'link',
  planted: { statuses: '0xC000009D, 0xC0000185', bus: 'SATA' },
  cast: {
    machines: (fleet) => Math.max(1, Math.round(fleet / 1000)),
    casting: { pcs: ['deskline-3050'], disks: ['samsung860', 'crucialMx500'] },
  },
  play(scene) {
    const { calendar, random } = scene;
    const onset = random.between(0.2, 0.4) * calendar.days;
    return {
      events: [...calendar.arrivals(random, BURSTS_PER_DAY, onset)].flatMap((atMs) => burst(scene, atMs)),
      stops: [...stopsAfter(scene, onset)],
      truth: { disk: 0, state: 'loose-cable', sinceMs: calendar.place(random, onset) ?? calendar.endMs },
    };
  },
};

function burst({ machine, random }: Scene, atMs: number): WindowsEvent[] {
  return Array.from({ length: 2 + random.int(6) }, (_, i) => [
    resetToDevice(atMs + i * 9000, machine.pc.port),
    retriedRequest(random, atMs + i * 9000 + 700, 0, random.pick([SRB.timeout, SRB.parityError])),
  ]).flat();
}

/** Two stops at least, so that the story is told even in a short simulation. */
function* stopsAfter({ calendar, random }: Scene, onset: number): Generator<Stop> {
  const certain = [0.3, 0.7].map((part) => calendar.place(random, onset + part * (calendar.days - onset)));
  for (const atMs of [...certain, ...calendar.arrivals(random, STOPS_PER_DAY, onset)])
    if (atMs !== undefined) yield linkStop(random, atMs);
}

function linkStop(random: Random, atMs: number): Stop {
  const told = { story: 'loose-cable', cause: 'link', because: 'the SATA cable is loose', disk: 0, atMs } as const;
  if (random.chance(SILENT)) return goneDiskStop(random, { ...told, status: STATUS.deviceNotConnected });
  const leadUp = [
    retriedRequest(random, atMs - 9000, 0, SRB.parityError),
    retriedRequest(random, atMs - 3000, 0, SRB.busReset),
  ];
  return answeringDiskStop(random, { ...told, status: STATUS.ioDeviceError, leadUp });
}
