import type { CauseClass } from '@inpage/codes';
import { BUS_NVME } from '../disk/bus-type.js';
import { canBeUnplugged } from '../disk/can-be-unplugged.js';
import { miniportOf } from '../stack/storage-drivers.js';
import type { CrashFacts } from '../verdict.js';
import { diskName, speaksOfStorage, type Judged } from './names.js';

type Steps = readonly string[];

const theDisk = ({ disk }: CrashFacts): string => (disk === undefined ? 'the disk' : diskName(disk));

/** Without a disk every hardware fix starts with finding it. */
const findTheDisk = ({ disk }: CrashFacts): Steps =>
  disk === undefined
    ? ['Find out which disk it was: the events disk 7, 51, 153 and 154 of the minutes before the stop name its number.']
    : [];

const newerFirmware = ({ disk }: CrashFacts): Steps =>
  disk?.firmware && disk.model && !disk.virtual
    ? [
        `Look whether other machines with ${disk.model} and firmware ${disk.firmware} stop like this; if so, ask its maker for a newer firmware.`,
      ]
    : [];

function health({ disk }: CrashFacts): string {
  if (disk?.bridged)
    return 'Read the health of the disk on a port of its own: behind a bridge SMART is often missing or belongs to the bridge.';
  if (disk?.busType === BUS_NVME)
    return 'Read the NVMe health log: critical warning, media errors, available spare and percentage used.';
  return 'Read the SMART values: reallocated (5), reported uncorrectable (187), pending (197) and offline uncorrectable (198) sectors.';
}

const media = (facts: CrashFacts): Steps => [
  ...findTheDisk(facts),
  `Back up ${theDisk(facts)} now, while it still answers.`,
  health(facts),
  `Replace the disk. A scan (chkdsk /r) marks bad sectors, it does not heal them.`,
  ...newerFirmware(facts),
];

function reseat({ disk }: CrashFacts): Steps {
  if (disk?.busType === BUS_NVME) {
    return [
      'Switch off, take the disk out of its slot, clean the contacts and seat it again; screw it down.',
      'Try another slot, and switch off PCIe link power saving (ASPM) to see whether the stops end.',
    ];
  }
  if (canBeUnplugged(disk))
    return ['Replace the cable, and plug it directly into the machine, not into a hub or dock.', 'Try another port.'];
  return [
    'Replace the data cable, or reseat the disk when it has none; check the power plug.',
    'Move the disk to another port.',
  ];
}

const link = (facts: CrashFacts): Steps => [
  ...findTheDisk(facts),
  ...reseat(facts),
  `Update the firmware and the driver of the controller${driverInBrackets(facts)}.`,
  'When the stops go on with the new path, they follow the disk: back it up and replace it.',
];

function deviceGone(facts: CrashFacts): Steps {
  if (canBeUnplugged(facts.disk)) return unplugged(facts);
  return [
    ...findTheDisk(facts),
    'Back up, because a disk that drops off its bus may not come back.',
    'Look for disk 157 and StorPort 551 in the event log: they name the disk that left and when.',
    ...reseat(facts),
    health(facts),
    ...newerFirmware(facts),
    'Replace the disk when it drops off again in another slot or on another cable.',
  ];
}

const unplugged = ({ disk }: CrashFacts): Steps => [
  ...(disk?.holdsPageFile
    ? ['Move the paging file to an internal disk. No machine survives the loss of a disk that holds its paging file.']
    : ['Check that no paging file and no system file lives on this disk.']),
  'Ask whether somebody pulled it out, or whether a dock, hub or sleep state took its power.',
  'If nobody did, replace its cable and use a port on the machine itself.',
];

const driverInBrackets = ({ driverStack }: CrashFacts): string => {
  const found = miniportOf(driverStack);
  return found === undefined ? '' : ` (${found.name}, ${found.maker})`;
};

/** An NVMe disk brings its controller along, so its firmware is the firmware of the disk. */
const onNvme: Steps = [
  'Update the BIOS and the firmware of the disk: the controller of an NVMe disk is part of it.',
  'Check the temperature of the disk, and switch off PCIe link power saving (ASPM) to see whether the stops end.',
];
const onAdapter: Steps = [
  'Update the BIOS and the firmware of the controller.',
  'Look for resets (event 129) and retries (disk 153) before the stop: all disks of one controller point at it, one disk points at that disk.',
];

const controller = (facts: CrashFacts): Steps => [
  `Update the driver of the controller${driverInBrackets(facts)}; if it was updated shortly before the first stop, go back to the one before.`,
  ...(facts.disk?.busType === BUS_NVME ? onNvme : onAdapter),
  ...newerFirmware(facts),
];

/** What ran out, by status; everything else is nonpaged pool until shown otherwise. */
const EXHAUSTED: Readonly<Record<number, string>> = {
  0xc000_0007: 'Give the paging file more room, or let Windows manage its size.',
  0xc000_007f: 'Make room on the volume.',
  0xc000_012c: 'Give the paging file more room, or let Windows manage its size.',
  0xc000_012d: 'Give the paging file more room, and find the process whose committed memory grows.',
  0xc000_0461: 'Add capacity to the thin-provisioned pool.',
};

const resources = (facts: CrashFacts): Steps => [
  EXHAUSTED[facts.decode.status ?? 0] ??
    'Watch nonpaged pool over days (poolmon, sorted by bytes) and find the driver whose tag grows.',
  'Update or remove the driver that it belongs to; look first at filters that came with backup, security, VPN and virtual disk software.',
  'Do not replace the disk for this stop.',
];

const filesystem = (facts: CrashFacts): Steps => [
  'Back up what can still be read.',
  `Check the volume offline (chkdsk /f) and read its report${facts.disk === undefined ? '' : ` for ${facts.disk.model}`}.`,
  'Repair the system files (DISM /Online /Cleanup-Image /RestoreHealth, then sfc /scannow).',
  'When the damage comes back, test the RAM and read the health of the disk.',
];

const encryption = (): Steps => [
  'Have the recovery key at hand before anything else.',
  'Read the state of the volume (manage-bde -status) and the BitLocker events before the stop.',
  'Ask what changed: BIOS or TPM firmware, secure boot, a cloned or half-encrypted disk.',
  'Finish or undo an encryption that is under way, then update Windows and the encryption software.',
];

const virtual = (facts: CrashFacts): Steps => [
  'Look at the host, the pool or the array at that minute: lost paths, full datastores, failovers, snapshots.',
  `Update the virtual storage driver${driverInBrackets(facts)}, or go back to the one before if the stops began with an update.`,
  'Compare with other machines on the same host or array: when they stopped too, it is there.',
  'Leave physical cables and disks of this machine alone; it has none for this disk.',
];

const memory = (): Steps => [
  'Test the RAM (Windows Memory Diagnostic, better a night of MemTest86), and set the memory to its standard speed.',
  'When the test finds errors, replace the module that they follow.',
  'When it finds none, update the drivers, and run Driver Verifier on those that are not from Microsoft.',
];

const software = ({ grade }: CrashFacts): Steps => [
  grade === 'A'
    ? 'Read in the dump which driver was running; update it, or go back to the version before.'
    : 'Open the dump, if one was left, and read which driver was running; update it, or go back to the version before.',
  'Compare with the other machines of this group: a driver that they share and others lack is the first to look at.',
  'When no driver stands out, run Driver Verifier on those that are not from Microsoft.',
];

function unknown(facts: CrashFacts): Steps {
  const { decode, powerButton } = facts;
  if (decode.family === 'unclean-shutdown') {
    return powerButton
      ? ['Ask the person at the machine what it did before.', ...betterEvidence(facts)]
      : ['Check power supply, battery and wall socket.', ...betterEvidence(facts)];
  }
  if (decode.layout === '1A-crc') return wrongPage(facts);
  return [...(speaksOfStorage(facts) ? [...findTheDisk(facts), health(facts)] : []), ...betterEvidence(facts)];
}

/** Cheapest test first. */
const wrongPage = (facts: CrashFacts): Steps => [
  'Test the RAM (Windows Memory Diagnostic, better a night of MemTest86).',
  `Ask whether the storage driver${driverInBrackets(facts)} was updated before the first such stop; if so, go back.`,
  health(facts),
  'When all three are clean, watch for a second stop of this kind before replacing anything.',
];

const betterEvidence = ({ dumpFailed }: CrashFacts): Steps => [
  dumpFailed
    ? 'Find out why no dump could be written: the disk was gone, the volume was full, or the paging file on the boot volume is too small.'
    : 'See to it that the next stop leaves a dump: a paging file on the boot volume, and automatic memory dumps switched on.',
  'Read the System log of the ten minutes before the stop: disk 7, 51, 153, 154 and 157, and event 129 of the miniport.',
];

const STEPS: Readonly<Record<CauseClass, (facts: CrashFacts) => Steps>> = {
  media,
  link,
  'device-gone': deviceGone,
  controller,
  resources,
  filesystem,
  encryption,
  virtual,
  memory,
  software,
  unknown,
};

/** How to fix it: steps in the order in which to try them, one numbered line each. */
export const howToFix = ({ facts, cause }: Judged): string =>
  STEPS[cause](facts)
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');
