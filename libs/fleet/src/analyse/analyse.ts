import { rest } from '@inpage/contracts';
import { bufferSource, type ByteSource, type ForeignFormat, isKernelDump, readDump } from '@inpage/dump';
import { dumpSays, readDumpFile } from './dump-file.js';
import { Findings } from './findings.js';
import { decodeText, isText } from './input-text.js';
import { judgeComputers } from './judge-computers.js';
import { notKnownOf } from './not-known.js';
import { eventReader, type Steps } from './read-event-file.js';
import { readTextForms } from './read-text-forms.js';
import { eventsSay, textSays } from './input-says.js';

type Input = Pick<rest.Analysis['input'], 'kind' | 'says'>;

export interface AnalyseOptions {
  /** Name of the file; told back, and used for nothing else. */
  readonly name?: string;
  /** Stands in for the time of what has none, so that nothing here looks at a clock. */
  readonly now?: Date;
}

/**
 * Reads whatever a person has of a stop: a kernel dump, Windows events in any clothing, records of ours, or a text of any tool.
 * Total: bytes of any kind give an answer, and what could not be read is told in it. Nothing is stored. Of a dump only the pieces
 * that are needed are read, so a file of any size may be given as a `ByteSource`; of anything else the first 32 MB.
 */
export function analyse(input: Uint8Array | ByteSource, options: AnalyseOptions = {}): rest.Analysis {
  const steps = analysing(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, for whoever has others to serve in between. The longest is the reading of one large JSON document. */
export function* analysing(input: Uint8Array | ByteSource, { name, now }: AnalyseOptions = {}): Steps<rest.Analysis> {
  const source = input instanceof Uint8Array ? bufferSource(input) : input;
  const findings = new Findings((now ?? new Date()).getTime());
  const told = yield* readInput(source, findings);
  const { stops, events } = yield* judgeComputers(findings);
  return {
    input: { ...told, name: name ?? null, bytes: Number.isSafeInteger(source.size) ? source.size : 0 },
    stops,
    events,
    faults: findings.faults,
    notKnown: [...findings.notRead, ...notKnownOf(stops, findings.otherEvents > 0)],
  };
}

function* readInput(source: ByteSource, findings: Findings): Steps<Input> {
  const reading = readDump(source);
  if (isKernelDump(reading)) {
    readDumpFile(reading, findings);
    return { kind: 'dump', says: dumpSays(reading) };
  }
  const most = rest.ANALYSIS_LIMITS.bytes;
  const bytes = source.slice(0, Math.min(source.size, most));
  if (!isText(bytes)) return { kind: 'other', says: [reading.says, ADVICE[reading.format]].filter(Boolean).join(' ') };
  if (source.size > most) findings.leaveOut(`Only the first ${most / 1024 / 1024} MB of the file were read.`);
  return yield* readText(decodeText(bytes), findings);
}

/** Events first: a log of events has texts in it, and a text has no events. */
function* readText(text: string, findings: Findings): Steps<Input> {
  const readEvents = eventReader(text);
  if (readEvents !== undefined) yield* readEvents(findings);
  if (findings.readable > 0) return { kind: 'events', says: eventsSay(findings) };
  const faults = findings.faults.splice(0);
  yield* readTextForms(text, findings);
  if (findings.sources.size === 0) findings.faults.push(...faults);
  return { kind: 'text', says: textSays(findings) };
}

const ADVICE: Partial<Record<ForeignFormat, string>> = {
  'event-log': 'In a terminal: wevtutil qe FILE.evtx /lf:true /f:xml > events.xml',
  'user-minidump': 'A stop of Windows leaves its dump in C:\\Windows\\Minidump or as C:\\Windows\\MEMORY.DMP.',
  unknown: 'Neither is it text.',
};
