import { driverStack, stackKey } from '../fleet/driver-stack.js';
import { pagingDisk, type Configuration, type MachineFacts } from '../fleet/machine.js';
import { statusText } from '../stops/status.js';
import { KERNEL_DATA_INPAGE_ERROR, type Stop } from '../stops/stop.js';
import type { Evidence, ExpectedGroup, StopTruth } from './truth.js';

/** The truth about one stop of a machine that was made of `now`. */
export function stopTruth(machine: MachineFacts, now: Configuration, stop: Stop): StopTruth {
  const isBugcheck = stop.code !== 0;
  return {
    ...{ type: 'stop', computer: machine.computer, at: new Date(stop.atMs).toISOString() },
    ...{ story: stop.story, cause: stop.cause, because: stop.because },
    code: isBugcheck ? `0x${stop.code.toString(16)}` : null,
    status: stop.status === null ? null : statusText(stop.status),
    parameters: isBugcheck ? stop.parameters.map((value) => `0x${value.toString(16).padStart(16, '0')}`) : null,
    disk: now.disks.find(({ number }) => number === stop.disk)?.serial ?? null,
    evidence: evidenceOf(machine, stop),
    group: expectedGroup(machine, now, stop),
  };
}

const evidenceOf = (machine: MachineFacts, stop: Stop): Evidence[] => [
  ...(stop.dump === 'failed' ? (['volmgr-161'] as const) : []),
  ...(['kernel-power-41', 'eventlog-6008'] as const),
  ...(stop.dump === 'written' ? ([machine.reducesCrashes ? 'crash' : 'wer-1001'] as const) : []),
];

function expectedGroup(machine: MachineFacts, now: Configuration, stop: Stop): ExpectedGroup {
  const disk = pagingDisk(now);
  const statusSeen = stop.dump === 'written' || stop.kept === 'everything';
  return {
    family: familyOf(stop),
    status: statusSeen && stop.status !== null ? statusText(stop.status) : null,
    model: disk.kind.model.toLowerCase(),
    stack: stackKey(driverStack(machine, now, disk)),
  };
}

/** The words of triage: the 0x7A family is `inpage`; where no code survived only `unclean-shutdown` can be said. */
function familyOf(stop: Stop): string {
  if (stop.code === 0 || (stop.kept === 'nothing' && stop.dump !== 'written')) return 'unclean-shutdown';
  return stop.code === KERNEL_DATA_INPAGE_ERROR ? 'inpage' : `bugcheck-0x${stop.code.toString(16)}`;
}
