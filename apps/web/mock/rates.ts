import type { RateGroup, Rates } from '../src/api/types.js';
import { groupedBy } from '../src/format/grouped-by.js';
import { daysOf } from '../src/format/window.js';
import { RATES_BY, type RatesBy } from '../src/search.js';
import type { Fleet } from './fleet.js';
import type { MockDisk } from './mock-items.js';
import { windowFrom, within, type Params } from './reading.js';

/** The made-up fleet is small: each of its disks stands for so many, or no group would have enough. */
const DISKS_EACH = 60;
const ENOUGH = { disks: 10, diskDays: 10_000 };
const QUALIFIES = new Set(['media', 'link', 'device-gone', 'controller']);
/** Two in three groups are shown as healthy, whatever their story. */
const HEALTHY = 3;

/** Byar's approximation to Garwood's interval: near enough for a picture. */
function rateOf(events: number, years: number) {
  const end = (x: number, z: number) => (x <= 0 ? 0 : (x * (1 - 1 / (9 * x) + z / (3 * Math.sqrt(x))) ** 3) / years);
  return { value: events / years, low: end(events, -1.96), high: end(events + 1, 1.96) };
}

export function rates(fleet: Fleet, params: Params): Rates {
  const { from, to } = windowFrom(params, fleet.now);
  const by = RATES_BY.find((one) => one === params.get('by')) ?? 'model';
  const days = daysOf(from, to).length;
  const stopped = new Set(
    fleet.crashes.filter((crash) => within(crash, from, to) && QUALIFIES.has(crash.cause)).map(({ disk }) => disk?.id),
  );
  const physical = fleet.disks.filter(({ virtual }) => !virtual);
  const years = (physical.length * DISKS_EACH * days) / 365;
  const all = rateOf(physical.filter(({ id }) => stopped.has(id)).length, years);
  const groups = [...groupedBy(physical, (disk) => keyOf(fleet, by, disk))].map(([, disks], at) =>
    groupOf(fleet, by, disks, {
      days,
      all: all.value,
      events: at % HEALTHY ? 1 : disks.filter(({ id }) => stopped.has(id)).length,
    }),
  );
  return {
    by,
    from,
    to,
    groups: groups.sort((a, b) => q05(b) - q05(a)),
    cut: false,
    fleet: { events: Math.round(all.value * years), diskYears: years, rate: all },
    prior: { shape: 0.6, diskYears: 0.6 / all.value, basis: 'fitted' },
    coverage: {
      machineDays: physical.length * DISKS_EACH * days,
      withInventory: Math.round(physical.length * DISKS_EACH * days * 0.97),
      share: 0.97,
      countedFrom: from,
      eventsWithoutExposure: 2,
    },
    freshness: {
      asOf: new Date(fleet.now).toISOString(),
      countedAt: new Date(fleet.now - 150_000).toISOString(),
      daysToCount: 1,
    },
  };
}

const q05 = ({ outcome }: RateGroup): number => (outcome.kind === 'rate' ? outcome.shrunken.q05 : -1);

function valueOf(fleet: Fleet, by: RatesBy, disk: MockDisk): string | null {
  const driver = disk.stack.at(-1);
  const values: Record<RatesBy, string | null> = {
    model: null,
    firmware: disk.firmware,
    driver: driver ? `${driver.name} ${driver.version}` : null,
    'machine-model': fleet.machines.find(({ id }) => id === disk.machine?.id)?.model ?? null,
  };
  return values[by];
}

const keyOf = (fleet: Fleet, by: RatesBy, disk: MockDisk): string =>
  `${by === 'model' || by === 'firmware' ? disk.model : ''}|${valueOf(fleet, by, disk)}`;

function groupOf(
  fleet: Fleet,
  by: RatesBy,
  members: readonly MockDisk[],
  { days, all, events }: { days: number; all: number; events: number },
): RateGroup {
  const first = members[0]!;
  const ofModel = by === 'model' || by === 'firmware';
  const disks = members.length * (members.length > 1 ? DISKS_EACH : 5);
  const diskYears = (disks * days) / 365;
  const rate = rateOf(events, diskYears);
  const missing = {
    missingDisks: Math.max(0, ENOUGH.disks - disks),
    missingDiskDays: Math.max(0, ENOUGH.diskDays - disks * days),
  };
  const standsOut = rate.low > all * 1.5;
  return {
    model: ofModel ? first.model : null,
    vendor: ofModel ? first.vendor : null,
    value: valueOf(fleet, by, first),
    disks,
    diskYears,
    events,
    outcome:
      missing.missingDisks + missing.missingDiskDays > 0
        ? { kind: 'not-enough', ...missing }
        : {
            kind: 'rate',
            rate,
            shrunken: { ...rate, q05: rate.low, ownWeight: 0.9 },
            q: standsOut ? 0.004 : 0.6,
            standing: standsOut ? 'stands-out' : 'not-distinguishable',
            ratio: { value: rate.value / all, low: rate.low / all, high: rate.high / all },
          },
  };
}
