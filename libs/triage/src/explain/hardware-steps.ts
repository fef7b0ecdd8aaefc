import { BUS_NVME } from '../disk/bus-type.js';
import { canBeUnplugged } from '../disk/can-be-unplugged.js';
import { miniportOf } from '../stack/storage-drivers.js';
import type { CrashFacts } from '../verdict.js';
import { howLong, inWords } from './amounts.js';
import {
  badBlocks,
  healthReport,
  isSick,
  likeThis,
  othersInTrouble,
  silence,
  suspectChange,
  troubleBefore,
} from './clues.js';
import {
  findTheDisk,
  goBackFirst,
  health,
  isItThisOne,
  newerFirmware,
  replaceNow,
  theDisk,
  type Steps,
} from './first-steps.js';
import { isLikely, type Judged } from './names.js';

const BUS_SATA = 11;

/** The miniport, where one is known: ` (storahci, Microsoft)`. */
export const driverInBrackets = ({ driverStack }: CrashFacts): string => {
  const found = miniportOf(driverStack);
  return found === undefined ? '' : ` (${found.name}, ${found.maker})`;
};

function replaceForMedia({ facts, confidence }: Judged): string {
  const scan = 'A scan (chkdsk /r) marks bad sectors, it does not heal them.';
  const blocks = badBlocks(facts);
  if (blocks > 0)
    return `Replace the disk: it reported ${blocks === 1 ? 'a bad block' : `${inWords(blocks)} bad blocks`} of its own accord before the stop. ${scan}`;
  if (likeThis(facts).length > 0) return `Replace the disk: this was not its first stop. ${scan}`;
  if (isLikely(confidence) || isSick(healthReport(facts))) return `Replace the disk. ${scan}`;
  return `Replace the disk when its health or a second stop confirms the suspicion. ${scan}`;
}

export const media = (judged: Judged): Steps =>
  replaceNow(judged.facts) ?? [
    ...findTheDisk(judged.facts),
    ...isItThisOne(judged.facts),
    `Back up ${theDisk(judged.facts)} now, while it still answers; take what matters most first.`,
    health(judged.facts),
    replaceForMedia(judged),
    ...newerFirmware(judged.facts),
  ];

function reseat({ disk }: CrashFacts): Steps {
  if (disk?.busType === BUS_NVME) {
    return [
      'Switch off, take the disk out of its slot, clean the contacts and seat it again; screw it down.',
      'Try another slot, and switch off PCIe link power saving (ASPM). If the stops end, leave it so; if they go on, the disk itself is next.',
    ];
  }
  if (canBeUnplugged(disk))
    return [
      'Replace the cable, and plug it directly into the machine, not into a hub or dock.',
      'Try another port. If the stops end, the old one is to blame.',
    ];
  return [
    'Replace the data cable, or reseat the disk when it has none; check the power plug.',
    'Move the disk to another port. If the stops end, the old cable or port is to blame.',
  ];
}

/** CRC errors are counted by the disk when a SATA link damages data, so they tell cable from disk before anything is unplugged. */
const cableCounter = ({ disk }: CrashFacts): Steps =>
  disk?.busType === BUS_SATA && !canBeUnplugged(disk)
    ? [
        'Read SMART value 199 (checksum errors on the cable) now and again after a day of work: if it grows, it is the cable or its contacts; if not, look at the power and the disk.',
      ]
    : [];

const wentSilent = (facts: CrashFacts): Steps => {
  const silent = silence(facts);
  return silent === undefined
    ? []
    : [
        `Look for what can make a disk fall silent: power saving, a loose plug, overheating. The dump shows ${silent.requests === 1 ? 'a request' : `${silent.requests} requests`} without an answer for up to ${howLong(silent.oldestMs / 1000)}.`,
      ];
};

const sharedCause = (facts: CrashFacts): Steps =>
  othersInTrouble(facts)
    ? [
        'Begin with what the disks of this machine share (controller, backplane, power supply): another disk was in trouble in the same hour.',
      ]
    : [];

/** Bad blocks in the log outvote the status: the path brought them here. */
const suspectDisk = (facts: CrashFacts): Steps =>
  badBlocks(facts) > 0 || isSick(healthReport(facts))
    ? [`Back up ${theDisk(facts)} before anything is unplugged.`, health(facts)]
    : [];

/** What the witnesses say comes before anything is opened; one such hint is enough to go by. */
const firstGlance = (facts: CrashFacts): Steps =>
  [suspectDisk, sharedCause, wentSilent, cableCounter].map((look) => look(facts)).find((steps) => steps.length > 0) ??
  [];

export const link = ({ facts }: Judged): Steps =>
  replaceNow(facts) ?? [
    ...findTheDisk(facts),
    ...isItThisOne(facts),
    ...goBackFirst(facts),
    ...firstGlance(facts),
    ...reseat(facts),
    ...(suspectChange(facts) === undefined
      ? [`Update the firmware and the driver of the controller${driverInBrackets(facts)}.`]
      : []),
    'When the stops go on with the new path, they follow the disk: back it up and replace it.',
  ];

const lookForTheLeaving = ({ leadUp }: CrashFacts): Steps =>
  leadUp === undefined
    ? ['Look for disk 157 and StorPort 551 in the event log: they name the disk that left and when.']
    : [];

export function deviceGone({ facts }: Judged): Steps {
  if (canBeUnplugged(facts.disk)) return unplugged(facts);
  return (
    replaceNow(facts) ?? [
      ...findTheDisk(facts),
      ...isItThisOne(facts),
      `Back up${facts.disk === undefined ? '' : ` ${theDisk(facts)}`}, because a disk that drops off its bus may not come back.`,
      ...goBackFirst(facts),
      ...lookForTheLeaving(facts),
      ...sharedCause(facts),
      ...reseat(facts),
      health(facts),
      ...newerFirmware(facts),
      'Replace the disk when it drops off again in another slot or on another cable.',
    ]
  );
}

const unplugged = ({ disk }: CrashFacts): Steps => [
  ...(disk?.holdsPageFile
    ? ['Move the paging file to an internal disk. No machine survives the loss of a disk that holds its paging file.']
    : ['Check that no paging file and no system file lives on this disk.']),
  'Ask whether somebody pulled it out, or whether a dock, hub or sleep state took its power.',
  'If nobody did, replace its cable and use a port on the machine itself.',
];

/** An NVMe disk brings its controller along, so its firmware is the firmware of the disk. */
const onNvme: Steps = [
  'Update the BIOS and the firmware of the disk: the controller of an NVMe disk is part of it.',
  'Check the temperature of the disk, and switch off PCIe link power saving (ASPM) to see whether the stops end.',
];

function onAdapter(facts: CrashFacts): Steps {
  const update = 'Update the BIOS and the firmware of the controller.';
  if (facts.leadUp === undefined)
    return [
      update,
      'Look for resets (event 129) and retries (disk 153) before the stop: all disks of one controller point at it, one disk points at that disk.',
    ];
  const ours = troubleBefore(facts).some(({ disk }) => disk === 'this-disk') && !othersInTrouble(facts);
  return ours
    ? [
        update,
        'Try another disk on the same port if the stops go on: the event log has trouble with this disk only, so the disk may be to blame.',
      ]
    : [update];
}

export function controller({ facts }: Judged): Steps {
  const back = goBackFirst(facts);
  const update = `Update the driver of the controller${driverInBrackets(facts)}; if it was updated shortly before the first stop, go back to the one before.`;
  return (
    replaceNow(facts) ?? [
      ...isItThisOne(facts),
      ...back,
      ...sharedCause(facts),
      ...(back.length > 0 ? [] : [update]),
      ...wentSilent(facts),
      ...(facts.disk?.busType === BUS_NVME ? onNvme : onAdapter(facts)),
      ...newerFirmware(facts),
    ]
  );
}
