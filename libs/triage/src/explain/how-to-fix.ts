import type { CauseClass } from '@inpage/codes';
import type { CrashFacts } from '../verdict.js';
import { commitPercent, failureForetold, poolPercent } from './clues.js';
import { suspectModule } from './dump-words.js';
import { findTheDisk, goBackFirst, health, type Steps } from './first-steps.js';
import { controller, deviceGone, driverInBrackets, link, media } from './hardware-steps.js';
import { lostPageTable, speaksOfStorage, tidy, type Judged } from './names.js';

/** What ran out, by status; everything else is nonpaged pool until shown otherwise. */
const EXHAUSTED: Readonly<Record<number, string>> = {
  0xc000_0007: 'Give the paging file more room, or let Windows manage its size.',
  0xc000_007f: 'Make room on the volume.',
  0xc000_012c: 'Give the paging file more room, or let Windows manage its size.',
  0xc000_012d: 'Give the paging file more room, and find the process whose committed memory grows.',
  0xc000_0461: 'Add capacity to the thin-provisioned pool.',
};

/** Below this share of its maximum, nonpaged pool did not run out. Ours. */
const POOL_IS_FREE = 50;

function whatRanOut(facts: CrashFacts): string {
  const known = EXHAUSTED[facts.decode.status ?? 0];
  if (known !== undefined) return known;
  const pool = poolPercent(facts);
  if (pool !== undefined && pool < POOL_IS_FREE)
    return `Look beyond nonpaged pool, of which only ${pool} % was in use at the stop: drivers of USB, virtual and network disks return this status for shortages of their own.`;
  const seen = pool === undefined ? '' : ` At the stop, ${pool} % of it was in use.`;
  return `Watch nonpaged pool over days (poolmon, sorted by bytes) and find the driver whose tag grows.${seen}`;
}

/** From here on commit is used up too. Ours. */
const COMMIT_IS_FULL = 95;

function committed(facts: CrashFacts): Steps {
  const percent = commitPercent(facts) ?? 0;
  return percent < COMMIT_IS_FULL
    ? []
    : [`Find the process whose committed memory grows: ${percent} % of the limit was in use at the stop.`];
}

/** 32-bit Windows that lost a page table was short of memory by order, not by a leak. */
const memoryLimit = (judged: Judged): Steps =>
  lostPageTable(judged)
    ? [
        'Look for a memory limit in the boot settings (truncatememory or removememory of bcdedit, /MAXMEM in boot.ini) and take it out: it leaves no room for the page tables. If the stops end, that was it.',
      ]
    : [];

function resources(judged: Judged): Steps {
  const { facts } = judged;
  return [
    ...goBackFirst(facts),
    ...memoryLimit(judged),
    whatRanOut(facts),
    ...committed(facts),
    'Update or remove the driver that takes it; look first at filters that came with backup, security, VPN and virtual disk software.',
    failureForetold(facts) === undefined
      ? 'Do not replace the disk for this stop.'
      : 'Do not replace the disk for this stop; but it has announced its failure, so back it up and plan its replacement.',
  ];
}

const filesystem = ({ facts }: Judged): Steps => [
  'Back up what can still be read.',
  `Check the volume offline (chkdsk /f) and read its report${facts.disk === undefined ? '' : ` for ${tidy(facts.disk.model)}`}.`,
  'Repair the system files (DISM /Online /Cleanup-Image /RestoreHealth, then sfc /scannow).',
  'When the damage comes back, test the RAM and read the health of the disk.',
];

const encryption = (): Steps => [
  'Have the recovery key at hand before anything else.',
  'Read the state of the volume (manage-bde -status, or the tool of whatever else encrypts it) and its events before the stop.',
  'Ask what changed: BIOS or TPM firmware, secure boot, a cloned or half-encrypted disk.',
  'Finish or undo an encryption that is under way, then update Windows and the encryption software.',
];

function virtual({ facts }: Judged): Steps {
  const back = goBackFirst(facts);
  const update = `Update the virtual storage driver${driverInBrackets(facts)}, or go back to the one before if the stops began with an update.`;
  return [
    'Look at the host, the pool or the array at that minute: lost paths, full datastores, failovers, snapshots.',
    ...(back.length > 0 ? back : [update]),
    'Compare with other machines on the same host or array: when they stopped too, it is there.',
    'Leave physical cables and disks of this machine alone; it has none for this disk.',
  ];
}

const verifier = (facts: CrashFacts, when: string): string =>
  facts.dump?.verifierLevel
    ? `${when}, read what Driver Verifier reported: it was already on at this stop.`
    : `${when}, run Driver Verifier on those that are not from Microsoft.`;

const memory = ({ facts }: Judged): Steps => [
  'Test the RAM (Windows Memory Diagnostic, better a night of MemTest86), and set the memory to its standard speed.',
  'When the test finds errors, replace the module that they follow.',
  verifier(facts, 'When it finds none, update the drivers; should it stop again'),
];

function readTheDump({ facts }: Judged): string {
  const suspect = suspectModule(facts);
  if (suspect !== undefined) return `Update ${suspect}, to which the dump points, or go back to the version before.`;
  return facts.grade === 'A'
    ? 'Read in the dump which driver was running; update it, or go back to the version before.'
    : 'Open the dump, if one was left, and read which driver was running; update it, or go back to the version before.';
}

const software = (judged: Judged): Steps => [
  ...goBackFirst(judged.facts),
  readTheDump(judged),
  'Compare with the other machines of this group: a driver that they share and others lack is the first to look at.',
  verifier(judged.facts, 'When no driver stands out'),
];

function unknown({ facts }: Judged): Steps {
  const { decode, powerButton } = facts;
  if (decode.family === 'unclean-shutdown') {
    return powerButton
      ? ['Ask the person at the machine what it did before.', ...betterEvidence(facts)]
      : ['Check power supply, battery and wall socket.', ...betterEvidence(facts)];
  }
  if (decode.layout === '1A-crc') return wrongPage(facts);
  return [...aboutTheDisk(facts), ...betterEvidence(facts)];
}

function aboutTheDisk(facts: CrashFacts): Steps {
  if (failureForetold(facts) !== undefined)
    return ['Back up the disk and replace it: whatever stopped the machine, its failure was announced before.'];
  return speaksOfStorage(facts) ? [...findTheDisk(facts), ...goBackFirst(facts), health(facts)] : goBackFirst(facts);
}

/** Cheapest test first. */
const wrongPage = (facts: CrashFacts): Steps => {
  const back = goBackFirst(facts);
  return [
    ...back,
    'Test the RAM (Windows Memory Diagnostic, better a night of MemTest86). Errors there explain the wrong page without any fault of the disk.',
    ...(back.length > 0
      ? []
      : [
          `Ask whether the storage driver${driverInBrackets(facts)} was updated before the first such stop; if so, go back.`,
        ]),
    health(facts),
    'When all three are clean, watch for a second stop of this kind before replacing anything.',
  ];
};

function aboutTheDump({ dumpFailed, dump }: CrashFacts): Steps {
  if (dumpFailed)
    return [
      'Find out why no dump could be written: the disk was gone, the volume was full, or the paging file on the boot volume is too small.',
    ];
  return dump === undefined
    ? [
        'See to it that the next stop leaves a dump: a paging file on the boot volume, and automatic memory dumps switched on.',
      ]
    : [];
}

const betterEvidence = (facts: CrashFacts): Steps => [
  ...aboutTheDump(facts),
  facts.leadUp === undefined
    ? 'Read the System log of the ten minutes before the stop: disk 7, 51, 153, 154 and 157, and event 129 of the miniport.'
    : 'Wait for the next stop before replacing anything, and compare: what two stops share says more than one.',
];

const STEPS: Readonly<Record<CauseClass, (judged: Judged) => Steps>> = {
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

/** How to fix it: steps in the order in which to try them, cheapest and most telling first, one numbered line each. */
export const howToFix = (judged: Judged): string =>
  STEPS[judged.cause](judged)
    .map((step, index) => `${index + 1}. ${step}`)
    .join('\n');
