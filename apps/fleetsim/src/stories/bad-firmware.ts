import { HALDEN_FIRMWARE, HALDEN_HX720 } from '../fleet/disk-models.js';
import type { Configuration } from '../fleet/machine.js';
import { answeringDiskStop, goneDiskStop } from '../stops/inpage-stop.js';
import { STATUS } from '../stops/status.js';
import type { Stop } from '../stops/stop.js';
import { DAY_MS } from '../timeline/calendar.js';
import { pagingError, SRB } from '../windows/disk-events.js';
import type { Scene, Story } from './story.js';

/** Share of the disks of this model that get the new revision, and when, in parts of the whole time. */
const ROLLED_OUT = 0.7;
const ROLL_OUT = { from: 0.4, until: 0.55 } as const;
const STOPS_PER_DAY = 1 / 60;
/** Share of the stops in which the disk leaves the bus altogether. */
const LEAVES_THE_BUS = 0.6;

const BECAUSE = `firmware ${HALDEN_FIRMWARE.bad} hangs in a power state`;

export const badFirmware: Story = {
  id: 'bad-firmware',
  text: `${HALDEN_HX720} disks that got firmware ${HALDEN_FIRMWARE.bad} drop off the bus or fail reads; ${HALDEN_FIRMWARE.good} is sound.`,
  cause: 'controller',
  planted: { model: HALDEN_HX720, firmware: HALDEN_FIRMWARE.bad, before: HALDEN_FIRMWARE.good },
  play(scene) {
    const { machine, calendar, random } = scene;
    const affected = machine.atStart.disks[0]!.kind.model === HALDEN_HX720 && random.chance(ROLLED_OUT);
    if (!affected) return undefined;
    const atMs = calendar.place(random, random.between(ROLL_OUT.from, ROLL_OUT.until) * calendar.days);
    if (atMs === undefined) return undefined;
    return {
      changes: [{ atMs, apply: withBadFirmware }],
      stops: [...stopsAfter(scene, atMs)],
      truth: { disk: 0, state: 'bad-firmware', sinceMs: atMs },
    };
  },
};

const withBadFirmware = (before: Configuration): Configuration => ({
  ...before,
  disks: before.disks.map((disk) => (disk.number === 0 ? { ...disk, firmware: HALDEN_FIRMWARE.bad } : disk)),
});

function* stopsAfter({ calendar, random }: Scene, fromMs: number): Generator<Stop> {
  const fromDay = (fromMs - calendar.startMs) / DAY_MS;
  const told = { story: 'bad-firmware', cause: 'controller', because: BECAUSE, disk: 0 } as const;
  for (const atMs of calendar.arrivals(random, STOPS_PER_DAY, fromDay)) {
    if (random.chance(LEAVES_THE_BUS)) {
      yield goneDiskStop(random, { ...told, atMs, status: STATUS.noSuchDevice });
    } else {
      const leadUp = [pagingError(random, atMs - 1500, 0, STATUS.ioDeviceError, SRB.busReset)];
      yield answeringDiskStop(random, { ...told, atMs, status: STATUS.ioDeviceError, leadUp });
    }
  }
}
