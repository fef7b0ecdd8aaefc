import { pagingDisk } from '../fleet/machine.js';
import { goneDiskStop } from '../stops/inpage-stop.js';
import { STATUS } from '../stops/status.js';
import type { Stop } from '../stops/stop.js';
import type { Scene, Story } from './story.js';

const PULLED_PER_DAY = 0.03;

export const unpluggedPageFile: Story = {
  id: 'unplugged-page-file',
  text: 'One PC has its paging file on an external USB disk that somebody unplugs now and then: nothing but Kernel-Power 41 remains.',
  cause: 'device-gone',
  planted: { status: '0xC000000E', bus: 'USB' },
  cast: {
    machines: (fleet) => Math.max(1, Math.round(fleet / 2000)),
    casting: { pcs: ['fieldbook-14'], disks: ['wdSn720'], externalPageFile: true },
  },
  play: (scene) => ({
    stops: [...pulls(scene)],
    truth: { disk: pagingDisk(scene.machine.atStart).number, state: 'gets-unplugged', sinceMs: scene.calendar.startMs },
  }),
};

/** Three at least. The page is always one of the paging file: nothing else lies on that disk. */
function* pulls({ machine, calendar, random }: Scene): Generator<Stop> {
  const certain = [0.2, 0.5, 0.8].map((part) => calendar.place(random, part * calendar.days));
  const told = { story: 'unplugged-page-file', cause: 'device-gone', because: 'the USB disk was unplugged' } as const;
  const disk = pagingDisk(machine.atStart).number;
  for (const atMs of [...certain, ...calendar.arrivals(random, PULLED_PER_DAY)])
    if (atMs !== undefined)
      yield goneDiskStop(random, { ...told, disk, atMs, status: STATUS.noSuchDevice, page: 'paging-file' });
}
