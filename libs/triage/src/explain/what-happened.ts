import { recordedStatus, statusText } from '../rules/recorded-status.js';
import { miniportOf } from '../stack/storage-drivers.js';
import type { Layout } from '../stop.js';
import type { CrashFacts } from '../verdict.js';
import { dumpSentences } from './dump-words.js';
import { historySentences } from './history-words.js';
import { leadUpSentences } from './lead-up.js';
import { asClause, diskName, speaksOfStorage, stopName, type Judged } from './names.js';

function source({ decode }: CrashFacts): string {
  const file = decode.pageFileNumber === undefined ? 'the paging file' : `paging file ${decode.pageFileNumber}`;
  return { 'paging-file': file, section: 'a mapped file (such as a driver image or the file cache)', unknown: 'disk' }[
    decode.backing
  ];
}

/** How the read ended; a status that was not recorded is said to be missing, never to be success. */
function ending(facts: CrashFacts): string {
  const entry = recordedStatus(facts);
  if (entry !== undefined) return `The read ended with ${statusText(entry)}: ${asClause(entry.meaning)}.`;
  return 'How the read ended is not known, because the status was not recorded.';
}

const inpage = (facts: CrashFacts): string =>
  `Windows needed a page of kernel memory back from ${source(facts)} and could not read it. ${ending(facts)} ` +
  `Without that page the kernel cannot go on, so it stopped with ${stopName(facts)}.`;

const kernelStack = (facts: CrashFacts): string =>
  `Windows needed the kernel stack of a thread back from ${source(facts)} and could not read it. ${ending(facts)} ` +
  `Without its stack a thread cannot go on, so the machine stopped with ${stopName(facts)}.`;

const stackSignature = (facts: CrashFacts): string =>
  `Windows brought the kernel stack of a thread back into memory and found that it is not what was put away: its signature is ` +
  `missing. The machine stopped with ${stopName(facts)}.`;

const pageChecksum = (facts: CrashFacts): string =>
  `A page came back from the paging file without any error, but its checksum shows that it is not what was written. The machine ` +
  `stopped with ${stopName(facts)}.`;

const compressionStore = (facts: CrashFacts): string =>
  `The memory compression store could not get one of its own pages back. ${ending(facts)} The machine stopped with ${stopName(facts)}.`;

function bootVolume(facts: CrashFacts): string {
  const entry = recordedStatus(facts);
  const why = entry && `The file system gave ${statusText(entry)}: ${asClause(entry.meaning)}.`;
  return `Windows could not mount the volume that it starts from and stopped with ${stopName(facts)}. ${why ?? 'The status was not recorded.'}`;
}

function parametersSay(facts: CrashFacts): string {
  const entry = recordedStatus(facts);
  if (entry !== undefined) return `Its parameters carry ${statusText(entry)}: ${asClause(entry.meaning)}.`;
  if (facts.decode.statusNotRecorded) return 'It has a place for a status, and the status was not recorded.';
  return speaksOfStorage(facts) ? 'Its parameters carry no NTSTATUS.' : 'Its parameters say nothing about a disk.';
}

function withoutReading(facts: CrashFacts): string {
  if (facts.decode.family === 'unclean-shutdown') {
    const button = facts.powerButton ? ' Somebody held the power button until it went off.' : '';
    return `The machine stopped without a clean shutdown, and no bugcheck code was recorded.${button}`;
  }
  return `Windows stopped with ${stopName(facts)}. ${parametersSay(facts)}`;
}

const OPENINGS: Readonly<Record<Layout, (facts: CrashFacts) => string>> = {
  A: inpage,
  B: inpage,
  C: inpage,
  'C-old': inpage,
  NT: inpage,
  '77-status': kernelStack,
  '77-signature': stackSignature,
  '1A-crc': pageChecksum,
  '1A-store': compressionStore,
  ED: bootVolume,
  none: (facts) => (facts.decode.family === 'inpage' ? inpage(facts) : withoutReading(facts)),
};

/** A Map, because the key comes from outside and `__proto__` must not find anything. */
const HOW_FOUND: ReadonlyMap<string, string> = new Map([
  ['recorded', 'the record names it'],
  ['named-by-event', 'storage events right before the stop name it'],
  ['paging-file-disk', 'it holds the paging file'],
  ['only-disk', 'the machine has no other'],
  ['boot-disk', 'Windows starts from it'],
]);

/** The witnesses speak of this disk, so the reader wants to know which one that is. */
const wasHeardOf = ({ leadUp = [], kin = [] }: CrashFacts): boolean =>
  [...leadUp, ...kin].some(({ disk: which }) => which === 'this-disk');

function disk(facts: CrashFacts): string | undefined {
  if (!speaksOfStorage(facts) && !(facts.disk !== undefined && wasHeardOf(facts))) return undefined;
  if (facts.disk === undefined) return 'Which disk it was is not known from this stop alone.';
  const found = HOW_FOUND.get(facts.diskRule ?? '');
  return `The disk is ${diskName(facts.disk)}${found === undefined ? '' : `; we take this one because ${found}`}.`;
}

function miniport(facts: CrashFacts): string | undefined {
  const found = speaksOfStorage(facts) ? miniportOf(facts.driverStack) : undefined;
  return found && `Its driver stack ends in the miniport ${found.name} (${found.maker}).`;
}

const dump = ({ dumpFailed }: CrashFacts): string | undefined =>
  dumpFailed ? 'Windows tried to write a dump and could not (volmgr 161).' : undefined;

const GRADES: Readonly<Record<CrashFacts['grade'], string>> = {
  A: 'Evidence grade A: a dump was read.',
  B: 'Evidence grade B: code and parameters were recorded, no dump was read.',
  C: 'Evidence grade C: only Kernel-Power 41 tells of it, and it often leaves parameters out.',
  D: 'Evidence grade D: all that is recorded is that the machine stopped.',
};

const theStop = (facts: CrashFacts): readonly string[] =>
  [OPENINGS[facts.decode.layout](facts), disk(facts), miniport(facts), dump(facts), GRADES[facts.grade]].filter(
    (sentence) => sentence !== undefined,
  );

/** More than a page of text helps nobody; witnesses come most telling first, so the last ones are left out. */
const MOST_CHARS = 2000;

function asManyAsFit(paragraphs: readonly (readonly string[])[]): string {
  let room = MOST_CHARS;
  return paragraphs
    .map((sentences) =>
      sentences.filter((sentence) => {
        const fits = sentence.length < room;
        if (fits) room -= sentence.length + 1;
        return fits;
      }),
    )
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => sentences.join(' '))
    .join('\n');
}

/**
 * What happened, one paragraph a line: the stop, the status, the disk and the miniport as far as they are known, and how good the
 * evidence is; then what the event log shows around the stop, what the dump adds, and what came in the weeks before.
 */
export const whatHappened = ({ facts }: Judged): string =>
  asManyAsFit([theStop(facts), leadUpSentences(facts), dumpSentences(facts), historySentences(facts)]);
