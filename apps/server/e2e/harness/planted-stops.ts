import type { CrashRecord, EventRecord, InpageRecord, InventoryRecord } from '@inpage/contracts';
import { writeEvent, type EventFacts, type EventKind } from '@inpage/testing';

const DAY_MS = 86_400_000;
const FIRST_STOP = Date.UTC(2026, 2, 2, 8);
const MACHINES = 120;
const STATUSES = [0xc000009cn, 0xc0000185n, 0xc000000en, 0xc000009dn] as const;
const MODELS = ['Samsung SSD 980 1TB', 'WDC WD10EZEX-08WN4A0', 'KIOXIA KBG40ZNS512G'] as const;
const DRIVERS = ['fvevol', 'partmgr', 'disk', 'stornvme'];
/** From which stop on a machine has told its inventory: some know their disk at once, some only later. */
const INVENTORY_AT_STOP = [0, 2, 1];

/** What the server has to find: one stop of one machine, however many records speak of it. */
export interface PlantedStop {
  readonly computer: string;
  /** The fourth parameter as the server writes it; no other stop has it. */
  readonly address: string;
  readonly status: bigint;
  readonly atMs: number;
}

/**
 * Stops of a small fleet, wave by wave: in each wave a few machines stop once more, and each stop is told by a crash record
 * and by three Windows events of the next boot. The first event names a last-alive time from before the stop.
 */
export class PlantedStops {
  readonly stops: PlantedStop[] = [];
  readonly modelOf = new Map<string, string>();
  #next = 0;

  /** The records of the next wave, shuffled; the same for every run. */
  wave(machines = 6): InpageRecord[] {
    const records = Array.from({ length: machines }, () => this.#stopOnce(this.#next++));
    return shuffled(records.flat(), this.#next);
  }

  /** What was planted for one group: stop status and disk model, where the machine has told its disk. */
  groupOf({ computer, status }: PlantedStop): string {
    return `${status.toString(16)} on ${this.modelOf.get(computer) ?? 'unknown'}`;
  }

  #stopOnce(n: number): InpageRecord[] {
    const machine = n % MACHINES;
    const round = Math.floor(n / MACHINES);
    const computer = `pc-planted-${String(machine).padStart(2, '0')}`;
    const stop = {
      computer,
      address: `0x${(0xffff_f805_0000_0000n + BigInt(n) * 0x1000n).toString(16)}`,
      status: STATUSES[(machine + round) % STATUSES.length]!,
      atMs: FIRST_STOP + round * DAY_MS + machine * 60_000,
    };
    this.stops.push(stop);
    return [...recordsOf(stop, n), ...this.#inventory(machine, round, computer, stop.atMs)];
  }

  #inventory(machine: number, round: number, computer: string, atMs: number): InventoryRecord[] {
    if (round !== INVENTORY_AT_STOP[machine % INVENTORY_AT_STOP.length]) return [];
    const model = MODELS[machine % MODELS.length]!;
    this.modelOf.set(computer, model);
    const driverStack = DRIVERS.map((name) => ({ name, version: '10.0.26100.1' }));
    const disk = {
      number: 0,
      model,
      serial: `SN-${machine}`,
      busType: 17,
      isBoot: true,
      holdsPageFile: true,
      driverStack,
    };
    return [{ kind: 'inventory', computer, at: new Date(atMs + 3_600_000).toISOString(), disks: [disk] }];
  }
}

/** 0x7A as Windows 11 writes it: the status sign-extended, the address last. */
function recordsOf({ computer, address, status, atMs }: PlantedStop, n: number): InpageRecord[] {
  const parameters = [
    0xffff_c104_9a60_2ec0n,
    0xffff_ffff_0000_0000n | status,
    0x2_4546_28c0n,
    BigInt(address),
  ] as const;
  const crash: CrashRecord = {
    ...{ kind: 'crash', computer, at: new Date(atMs).toISOString(), code: '0x7a' },
    parameters: parameters.map((parameter) => `0x${parameter.toString(16)}`),
  };
  const event = <K extends EventKind>(kind: K, seconds: number, facts: EventFacts[K]): EventRecord => {
    const frame = { time: new Date(atMs + 90_000 + seconds * 1000), recordId: n * 10 + seconds, computer };
    return { kind: 'event', computer, event: writeEvent(kind, { ...facts, ...frame } as never, 'json') };
  };
  return [
    crash,
    event('6008', 0, { stoppedAt: new Date(atMs - 150_000) }),
    event('41', 1, { version: 10, code: 0x7a, parameters }),
    event('1001', 2, { code: 0x7a, parameters }),
  ];
}

/** Fisher-Yates with a small linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const all = [...items];
  let state = seed;
  for (let i = all.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = state % (i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}
