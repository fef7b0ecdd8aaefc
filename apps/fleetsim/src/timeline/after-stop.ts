import type { CrashRecord } from '@inpage/contracts';
import { driverStack } from '../fleet/driver-stack.js';
import { pagingDisk, type Configuration, type MachineFacts } from '../fleet/machine.js';
import type { Random } from '../random/random.js';
import { STATUS } from '../stops/status.js';
import type { Stop } from '../stops/stop.js';
import { eventlog6008, kernelPower41, volmgr161, wer1001 } from '../windows/stop-events.js';
import { MINUTE_MS } from './calendar.js';
import { diskIdentity, spellStack } from './inventory.js';
import type { Moment } from './observation.js';

/** The latest moment after a stop at which anything is written about it. A stop closer to the end goes untold. */
export const LONGEST_BOOT_MS = 6 * MINUTE_MS;

/** What is left of a stop when the machine is back, in the order in which Windows writes it. */
export function afterStop(machine: MachineFacts, now: Configuration, stop: Stop, random: Random): Moment[] {
  const bootMs = stop.atMs + Math.floor(random.between(0.7, 4) * MINUTE_MS);
  const version = machine.release.build < 22_000 ? 8 : 10;
  return [
    ...(stop.leadUp ?? []).map((event) => ({ atMs: event.atMs, event })),
    ...(stop.dump === 'failed' ? at(volmgr161(bootMs + 3000, stop.status ?? STATUS.noSuchDevice)) : []),
    ...at(kernelPower41(stop, bootMs + 4000, version)),
    ...at(eventlog6008(stop, bootMs + 11_000, machine.site.offsetMinutes, 600 + random.int(200_000))),
    ...(stop.dump === 'written' ? [reportOf(machine, now, stop, bootMs + 25_000, random)] : []),
  ];
}

const at = (event: ReturnType<typeof volmgr161>): Moment[] => [{ atMs: event.atMs, event }];

/** Event 1001; or, from an agent that reads dumps, the facts themselves. */
function reportOf(machine: MachineFacts, now: Configuration, stop: Stop, atMs: number, random: Random): Moment {
  const reportId = random.uuid();
  if (!machine.reducesCrashes) return { atMs, event: wer1001(stop, atMs, reportId, random) };
  return { atMs, record: crashRecord(machine, now, stop, reportId, random) };
}

function crashRecord(
  machine: MachineFacts,
  now: Configuration,
  stop: Stop,
  reportId: string,
  random: Random,
): CrashRecord {
  const disk = pagingDisk(now);
  return {
    kind: 'crash',
    at: new Date(stop.atMs).toISOString(),
    code: random.chance(0.5) ? stop.code : `0x${stop.code.toString(16)}`,
    parameters: stop.parameters.map((value) => `0x${value.toString(16)}`),
    source: 'dump',
    reportId,
    ...(stop.status === null
      ? {}
      : { disk: diskIdentity(machine, disk), driverStack: spellStack(machine, driverStack(machine, now, disk)) }),
  };
}
