import { BUS_NVME } from '../disk/bus-type.js';
import type { CrashFacts } from '../verdict.js';
import { howLong, howManyDays } from './amounts.js';
import { failureForetold, failureForetoldSomewhere, healthReport, numberInTheLog, suspectChange } from './clues.js';
import { healthFaults } from './health-words.js';
import { enumerate, tidy } from './names.js';

/** What a technician does, one step a sentence or two; numbered by whoever puts them together. */
export type Steps = readonly string[];

/** Short, because "what happened" has the particulars. */
export const theDisk = ({ disk }: CrashFacts): string => (disk && tidy(disk.model)) || 'the disk';

/** Without a disk every hardware fix starts with finding it; the log, where it is here, says how far it gets. */
export function findTheDisk(facts: CrashFacts): Steps {
  if (facts.disk !== undefined) return [];
  const number = numberInTheLog(facts);
  if (number !== undefined)
    return [
      `Start with disk ${number}, which the events before the stop name; Get-Disk lists the numbers with models. They can change at a restart, so compare the model with the inventory of that day.`,
    ];
  return facts.leadUp === undefined
    ? ['Find out which disk it was: the events disk 7, 51, 153 and 154 of the minutes before the stop name its number.']
    : [
        'Find out which disk it was. The event log does not name one, so begin with the disk that holds the paging file and Windows.',
      ];
}

/** Last, because it needs other machines and the maker. */
export const newerFirmware = ({ disk }: CrashFacts): Steps =>
  disk?.firmware && disk.model && !disk.virtual
    ? [
        `Look whether other machines with ${tidy(disk.model)} and firmware ${tidy(disk.firmware, 32)} stop like this; if so, ask its maker for a newer firmware.`,
      ]
    : [];

/** A report that is here is read out instead of being asked for. */
export function health(facts: CrashFacts): string {
  const report = healthReport(facts);
  const faults = report && healthFaults(report.event);
  if (faults?.length) return `Take the disk at its own word: ${enumerate(faults)}.`;
  if (report !== undefined)
    return 'Read the health of the disk again and compare it with its last report, which was clean: a value that has grown since then decides; no change does not clear the disk.';
  return askForHealth(facts);
}

function askForHealth({ disk }: CrashFacts): string {
  if (disk?.bridged)
    return 'Read the health of the disk on a port of its own: behind a bridge SMART is often missing or belongs to the bridge.';
  if (disk?.busType === BUS_NVME)
    return 'Read the NVMe health log: critical warning, media errors, available spare and percentage used. A warning or a count above zero speaks against the disk.';
  return 'Read the SMART values: reallocated (5), reported uncorrectable (187), pending (197) and offline uncorrectable (198) sectors. If one of them is above zero and grows, the disk is wearing out.';
}

/** A driver that changed close before: going back costs minutes and tells for certain. */
export function goBackFirst(facts: CrashFacts): Steps {
  const change = suspectChange(facts);
  if (change === undefined) return [];
  const version = change.from === undefined ? 'the version before' : `version ${tidy(change.from, 32)}`;
  return [
    `Go back to ${version} of ${tidy(change.driver, 32)} first: it changed ${howManyDays(change.daysBefore)} before the stop. If the stops end, keep it there and tell its maker; if they go on, the driver is cleared.`,
  ];
}

/** The end was announced, so what time is left belongs to the backup and not to cables. */
export function replaceNow(facts: CrashFacts): Steps | undefined {
  const foretold = failureForetold(facts);
  if (foretold === undefined) return undefined;
  const who = foretold.event.kind === 'failure-predicted' ? 'it' : 'Windows';
  return [
    `Back up ${theDisk(facts)} at once, the most important files first.`,
    `Replace the disk now: ${who} announced its failure ${howLong(foretold.secondsBefore)} before the stop. Trying cables or ports first would only cost the time that it has left.`,
    'If the stops go on with a new disk, look at the cable, the port and the controller.',
    ...newerFirmware(facts),
  ];
}

/** Foretold by a disk that could be this one. */
export function isItThisOne(facts: CrashFacts): Steps {
  const foretold = failureForetoldSomewhere(facts);
  if (foretold === undefined) return [];
  const number = foretold.event.diskNumber;
  return [
    `Find out whether this is ${number === undefined ? 'the disk' : `disk ${number}`} whose failure was announced ${howLong(foretold.secondsBefore)} before the stop. If it is, back it up and replace it now.`,
  ];
}
