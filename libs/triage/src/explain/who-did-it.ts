import { ntStatus, type CauseClass } from '@inpage/codes';
import { BUS_NVME } from '../disk/bus-type.js';
import { canBeUnplugged } from '../disk/can-be-unplugged.js';
import { weightByCause } from '../engine/weigh.js';
import { recordedStatus, statusText } from '../rules/recorded-status.js';
import { miniportOf } from '../stack/storage-drivers.js';
import type { CrashFacts } from '../verdict.js';
import type { KinStop } from '../witnesses.js';
import { howManyDays } from './amounts.js';
import { badBlocks, failureForetold, healthReport, isSick, likeThis } from './clues.js';
import { suspectModule, victims } from './dump-words.js';
import {
  diskName,
  enumerate,
  isLikely,
  isProbable,
  lostPageTable,
  speaksOfStorage,
  stopName,
  tidy,
  type Judged,
} from './names.js';
import { witnessed } from './witnessed.js';

/** How to call a cause in passing. */
const CAUSE_WORDS: Readonly<Record<CauseClass, string>> = {
  media: 'the disk itself',
  link: 'the link to the disk',
  'device-gone': 'a disk that vanished',
  controller: 'the controller with its driver',
  resources: 'a driver that used up memory',
  filesystem: 'the file system',
  encryption: 'the encryption of the volume',
  virtual: 'the host or the array behind the disk',
  memory: 'RAM',
  software: 'a driver',
  unknown: 'something else',
};

const theDisk = ({ disk }: CrashFacts): string => (disk === undefined ? 'the disk that held the page' : diskName(disk));

const theMiniport = ({ driverStack }: CrashFacts): string => {
  const found = miniportOf(driverStack);
  return found === undefined ? 'the storage driver' : `the miniport ${found.name} (${found.maker})`;
};

const MEDIA_ANSWERS: Readonly<Record<string, string>> = {
  'drive-internal': 'it reported a fault of its own hardware',
  'read-only': 'it no longer takes writes',
};

const isMediaStop = ({ decode: { status } }: KinStop): boolean =>
  status !== undefined && ntStatus(status).class === 'media';

/** A status of the media class is an answer of the disk; without one it is the witnesses that speak against it. */
function media({ facts }: Judged): string {
  const entry = recordedStatus(facts);
  const disk = theDisk(facts);
  if (entry?.class === 'media')
    return `${disk}: it was reached, it answered, and ${MEDIA_ANSWERS[entry.subclass ?? ''] ?? 'it could not give the data back'}`;
  if (badBlocks(facts) > 0)
    return `${disk}: before the stop it reported by itself that it could not read or write some places`;
  if (failureForetold(facts) !== undefined) return `${disk}, whose end had been announced`;
  if (isSick(healthReport(facts))) return `${disk}, which reports that its health is poor`;
  const kin = facts.kin?.find((stop) => stop.disk === 'this-disk' && stop.daysBefore >= 0 && isMediaStop(stop));
  if (kin !== undefined) return `${disk}, which could not give data back ${howManyDays(kin.daysBefore)} before`;
  return likeThis(facts).length > 0 ? `${disk}, which has been in such a stop before` : disk;
}

function link({ facts }: Judged): string {
  const { disk } = facts;
  if (disk?.busType === BUS_NVME)
    return `the path to ${diskName(disk)}: its seat in the slot, the slot itself, then the controller on the disk`;
  if (canBeUnplugged(disk))
    return `the path to ${diskName(disk)}: its cable, the port, then the bridge or reader in between`;
  return `the path to ${theDisk(facts)}: the cable, then the port, then the controller`;
}

function deviceGone({ facts }: Judged): string {
  const { disk } = facts;
  if (canBeUnplugged(disk)) return `${diskName(disk)}, which was pulled out or lost its contact or its power`;
  return `${theDisk(facts)}: it dropped off its bus. Loss of power or contact does that, and so does a dying disk whose firmware gives up`;
}

function controller({ facts: { disk, driverStack } }: Judged): string {
  const found = miniportOf(driverStack);
  const driver = found === undefined ? 'the storage driver' : `its driver ${found.name} (${found.maker})`;
  if (disk?.busType === BUS_NVME) return `the controller on ${diskName(disk)} with its firmware, or ${driver}`;
  return `the controller, its firmware, or ${driver}`;
}

function resources(judged: Judged): string {
  // The status says that the request did not get as far as the disk; a guess from elsewhere does not.
  const disk =
    recordedStatus(judged.facts)?.class === 'resources' ? 'It is not the disk' : 'Nothing here speaks against the disk';
  return lostPageTable(judged)
    ? `a shortage of memory for the page tables of Windows, as a limit like /MAXMEM makes it. ${disk}`
    : `a driver that used up nonpaged pool or another resource, in the storage stack or anywhere else. ${disk}`;
}

function software({ facts }: Judged): string {
  const suspect = suspectModule(facts);
  if (suspect !== undefined) return `the driver ${suspect}, to which the dump points`;
  if (facts.dump?.instructionModule !== undefined)
    return 'a driver. The instruction that failed lies in the kernel, which is more often led astray than wrong';
  return facts.grade === 'A'
    ? 'a driver; the dump says which one was running'
    : 'a driver. Which one, only a dump can tell';
}

const SUSPECTS: Readonly<Record<Exclude<CauseClass, 'unknown'>, (judged: Judged) => string>> = {
  media,
  link,
  'device-gone': deviceGone,
  controller,
  resources,
  filesystem: () =>
    'the file system: what is on the volume is damaged. Whether the disk below damaged it, the stop does not say',
  encryption: () => 'the layer that encrypts the volume. The disk below may be in good health',
  virtual: ({ facts }) => `the host, the pool or the array that plays this disk, or its driver, ${theMiniport(facts)}`,
  memory: () => 'RAM, or something that wrote over it. Nothing here speaks against the disk',
  software,
};

const hedge = (confidence: number): string =>
  isLikely(confidence) ? 'Most likely' : isProbable(confidence) ? 'Probably' : 'Possibly';

/** Causes with at least this share of the first one's weight are worth a mention. */
const WORTH_MENTIONING = 0.3;

function alsoPossible({ reasons, cause }: Judged): string | undefined {
  const causes = weightByCause(reasons).filter(([other]) => other !== 'unknown');
  const top = causes.find(([other]) => other === cause)?.[1] ?? 0;
  const rest = causes.filter(([other, weight]) => other !== cause && weight >= top * WORTH_MENTIONING);
  if (rest.length === 0) return undefined;
  return `Not excluded: ${enumerate(rest.map(([other]) => CAUSE_WORDS[other]))}.`;
}

/** For want of a cause: what the evidence leaves open, most telling situation first. */
function open({ facts, reasons }: Judged): string {
  const { decode } = facts;
  if (decode.family === 'unclean-shutdown') return openShutdown(facts);
  if (decode.statusNotRecorded) {
    return 'Not known. Without the status the disk, the way to it and the drivers on the way all remain possible.';
  }
  const causes = weightByCause(reasons)
    .map(([cause]) => cause)
    .filter((cause) => cause !== 'unknown');
  if (causes.length > 1)
    return `Open between ${enumerate(causes.map((cause) => CAUSE_WORDS[cause]))}; this stop does not tell them apart.`;
  const doubt = reasons.find(({ cause }) => cause === 'unknown')?.because;
  const entry = recordedStatus(facts);
  return `Not known. ${doubt ?? `${entry ? statusText(entry) : stopName(facts)} does not say enough to name anyone.`}`;
}

function openShutdown({ powerButton, dumpFailed }: CrashFacts): string {
  if (powerButton)
    return 'Whoever held the power button ended it. Why they did so is not recorded; most people do it when a machine hangs.';
  if (dumpFailed)
    return 'Not known. There was a bugcheck, because Windows tried to write a dump; a disk that was gone by then is one explanation.';
  return 'Not known. A power loss, a hard hang and a disk that vanished all look like this.';
}

/** 0x7A and its kin are raised by whoever needs the page, which says nothing against it. */
function victim(facts: CrashFacts): string | undefined {
  if (facts.decode.family !== 'inpage') return undefined;
  const named = victims(facts);
  if (named.length > 1)
    return `The modules ${enumerate(named)} are the victims: they only needed data that did not come.`;
  if (named.length === 1) return `The module ${named[0]} is the victim: it only needed data that did not come.`;
  return 'Whatever touched the page is the victim: a module that the blue screen or a dump names there only asked for data that did not come.';
}

/** Causes for which the way of the read matters. */
const ON_THE_WAY: ReadonlySet<CauseClass> = new Set([
  'media',
  'link',
  'device-gone',
  'controller',
  'resources',
  'encryption',
  'virtual',
  'unknown',
]);

/** Real stacks have four to ten. */
const MOST_DRIVERS = 12;

function way({ facts, cause }: Judged): string | undefined {
  const drivers = facts.driverStack ?? [];
  if (drivers.length === 0 || !speaksOfStorage(facts) || !ON_THE_WAY.has(cause)) return undefined;
  return `Reads of this disk go down through ${enumerate(drivers.slice(0, MOST_DRIVERS).map((name) => tidy(name, 32)))}.`;
}

/** Who did it: the suspect in words as strong as the evidence, who else it may be, and who it was not. */
export function whoDidIt(judged: Judged): string {
  const { facts, cause, confidence } = judged;
  const suspect = cause === 'unknown' ? open(judged) : `${hedge(confidence)} ${SUSPECTS[cause](judged)}.`;
  const rest = cause === 'unknown' ? undefined : alsoPossible(judged);
  return [suspect, ...witnessed(judged), rest, way(judged), victim(facts)]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}
