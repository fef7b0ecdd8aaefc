import type { Machine } from '../src/api/types.js';
import { DAY_MS, HISTORY_DAYS, iso, makeCrash } from './make-crash.js';
import type { MockCrash, MockDisk } from './mock-items.js';
import { Random } from './random.js';
import { STACKS, STORIES } from './stories.js';

const MACHINES = 160;
const CRASHES = 900;
const MODELS = [...new Set(STORIES.flatMap(({ models }) => models))].filter((model) => model !== null);
const MAKERS = [
  ['Dell Inc.', 'OptiPlex 7080'],
  ['Dell Inc.', 'Latitude 5420'],
  ['HP', 'EliteDesk 800 G6'],
  ['LENOVO', 'ThinkPad T14 Gen 2'],
  ['LENOVO', 'ThinkCentre M70q'],
] as const;
const VENDORS = [
  'Samsung',
  'Crucial',
  'Seagate',
  'Kingston',
  'SanDisk',
  'Toshiba',
  'WD',
  'Intel',
  'SK hynix',
  'Micron',
  'VMware',
  'Msft',
];
const BUILDS = ['19045.5247', '22631.4602', '26100.2605'];

export interface Fleet {
  readonly machines: readonly Machine[];
  readonly disks: readonly MockDisk[];
  /** Newest first. */
  readonly crashes: readonly MockCrash[];
  readonly now: number;
}

/** A whole fleet out of one number. Crashes grow denser towards today, so that something is getting worse. */
export function makeFleet(seed: number, now: number): Fleet {
  const random = new Random(seed);
  const machines = Array.from({ length: MACHINES }, (_, at) => makeMachine(random, at, now));
  const disks = machines.map((machine, at) => makeDisk(random, machine, at));
  const groupIds = new Map<string, string>();
  const crashes = Array.from({ length: CRASHES }, () => makeCrash(random, { machines, disks, groupIds, now }));
  crashes.sort((a, b) => b.stoppedAt.localeCompare(a.stoppedAt));
  return {
    machines: machines.map((machine) =>
      counted(
        machine,
        crashes.filter((crash) => crash.machine.id === machine.id),
      ),
    ),
    disks: disks.map((disk) =>
      counted(
        disk,
        crashes.filter((crash) => crash.disk?.id === disk.id),
      ),
    ),
    crashes,
    now,
  };
}

const counted = <T extends { crashes: number; lastCrashAt: string | null }>(
  item: T,
  crashes: readonly MockCrash[],
): T => ({
  ...item,
  crashes: crashes.length,
  lastCrashAt: crashes[0]?.stoppedAt ?? null,
});

function makeMachine(random: Random, at: number, now: number): Machine {
  const [manufacturer, model] = random.pick(MAKERS);
  const reports = random.chance(0.95);
  return {
    id: random.uuid('ac'),
    computer: `PC-${random.pick(['BER', 'MUC', 'HAM', 'LON', 'OSL'])}-${String(at + 1).padStart(4, '0')}`,
    manufacturer,
    model,
    osBuild: random.pick(BUILDS),
    arch: 'x64',
    firstHeardAt: iso(now - HISTORY_DAYS * DAY_MS),
    lastHeardAt: iso(now - random.below(reports ? 3_600_000 : 20 * DAY_MS)),
    inventoryAt: reports ? iso(now - random.below(DAY_MS)) : null,
    crashes: 0,
    lastCrashAt: null,
  };
}

function makeDisk(random: Random, machine: Machine, at: number): MockDisk {
  const model = MODELS[at % MODELS.length]!;
  const nvme = /SN|PM9|PC7|660p|2300|Micron/.test(model);
  const virtual = /Virtual/.test(model);
  const bridged = /T7|Elements/.test(model);
  const firmware = model.includes('SN570') ? random.pick(['234110WD', '234100WD']) : `F${random.hex(5).toUpperCase()}`;
  const stack = (nvme ? STACKS[1]! : random.pick([STACKS[0]!, STACKS[2]!])).map((name) => ({
    name,
    version: name === 'iaStorAC' ? random.pick(['17.9.6.1019', '18.7.6.1010']) : `10.0.${machine.osBuild}`,
  }));
  return {
    id: random.uuid('d15c'),
    model,
    vendor: VENDORS.find((vendor) => model.startsWith(vendor)) ?? null,
    firmware,
    serial: virtual ? null : `S${random.hex(13).toUpperCase()}`,
    busType: virtual ? 14 : bridged ? 7 : nvme ? 17 : 11,
    mediaType: /ST1000|DT01|Elements/.test(model) ? 3 : 4,
    sizeBytes: random.pick([256_060_514_304, 512_110_190_592, 1_000_204_886_016]),
    virtual,
    bridged,
    machine: { id: machine.id, computer: machine.computer },
    firstSeenAt: machine.firstHeardAt,
    lastSeenAt: machine.lastHeardAt,
    crashes: 0,
    lastCrashAt: null,
    stack,
  };
}
