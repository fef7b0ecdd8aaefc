import { FILTER_DRIVER, FILTER_VERSIONS } from '../fleet/filter-driver.js';
import { answeringDiskStop } from '../stops/inpage-stop.js';
import { STATUS } from '../stops/status.js';
import type { Stop } from '../stops/stop.js';
import { DAY_MS, MINUTE_MS } from '../timeline/calendar.js';
import { nonpagedPoolEmpty, pagingError, SRB } from '../windows/disk-events.js';
import type { Scene, Story } from './story.js';

const ROLLED_OUT = 0.7;
const ROLL_OUT = { from: 0.5, until: 0.6 } as const;
const STOPS_PER_DAY = 1 / 80;

const BECAUSE = `${FILTER_DRIVER} ${FILTER_VERSIONS.leaking} leaks nonpaged pool`;

export const poolLeak: Story = {
  id: 'pool-leak',
  text: `Version ${FILTER_VERSIONS.leaking} of the snapshot driver ${FILTER_DRIVER} eats nonpaged pool on every model; the disks are sound.`,
  cause: 'resources',
  planted: {
    driver: FILTER_DRIVER,
    version: FILTER_VERSIONS.leaking,
    before: FILTER_VERSIONS.good,
    status: '0xC000009A',
  },
  play(scene) {
    const { machine, calendar, random } = scene;
    if (!machine.atStart.filterVersion || !random.chance(ROLLED_OUT)) return undefined;
    const atMs = calendar.place(random, random.between(ROLL_OUT.from, ROLL_OUT.until) * calendar.days);
    if (atMs === undefined) return undefined;
    return {
      changes: [{ atMs, apply: (before) => ({ ...before, filterVersion: FILTER_VERSIONS.leaking }) }],
      stops: [...stopsAfter(scene, atMs)],
    };
  },
};

function* stopsAfter({ calendar, random }: Scene, fromMs: number): Generator<Stop> {
  const fromDay = (fromMs - calendar.startMs) / DAY_MS;
  const told = { story: 'pool-leak', cause: 'resources', because: BECAUSE, disk: null } as const;
  for (const atMs of calendar.arrivals(random, STOPS_PER_DAY, fromDay)) {
    const leadUp = [
      nonpagedPoolEmpty(atMs - 3 * MINUTE_MS),
      pagingError(random, atMs - 800, 0, STATUS.insufficientResources, SRB.internalError),
    ];
    yield answeringDiskStop(random, { ...told, atMs, status: STATUS.insufficientResources, leadUp });
  }
}
