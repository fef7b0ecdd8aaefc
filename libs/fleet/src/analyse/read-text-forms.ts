import { findBugcheck } from '@inpage/codes';
import { rest } from '@inpage/contracts';
import type { RecordId } from '@inpage/core';
import {
  readBugcheckText,
  BUGCHECK_TEXT_LIMITS,
  type BugcheckText,
  type BugcheckTextDoubt,
  type BugcheckTextForm,
} from '@inpage/winevent';
import type { Evidence } from '../digest/evidence.js';
import type { Findings } from './findings.js';
import type { Steps } from './read-event-file.js';
import { addEvidence } from './take-record.js';

const { textChars: MOST_CHARS } = rest.ANALYSIS_LIMITS;
const PART_CHARS = BUGCHECK_TEXT_LIMITS.text;

/** What wrote the text, in words that follow "This is". */
export const FORM_NAMES: Record<BugcheckTextForm, string> = {
  'event-1001': 'the message of an event 1001',
  'kernel-power-41': 'the values of a Kernel-Power 41',
  'windbg-summary': 'the summary line of WinDbg',
  'windbg-analyze': 'an !analyze -v of WinDbg',
  'windbg-fields': 'the fields of WinDbg',
  'windbg-command': 'a .bugcheck of WinDbg',
  'kernel-debugger': 'the output of a live kernel debugger',
  'bluescreenview-record': 'a record of BlueScreenView',
  'bluescreenview-row': 'a row of BlueScreenView',
  whocrashed: 'a report of WhoCrashed',
  'wer-signature': 'a signature of Windows Error Reporting',
  'vmware-log': 'a vmware.log',
  'stop-screen': 'a stop screen',
  'stop-name': 'the name on a stop screen',
};

const DOUBTS: Record<BugcheckTextDoubt, string> = {
  'fewer-than-four': 'It has fewer than four parameters.',
  'more-than-four': 'It has more than four values in the bracket; the first four were taken.',
  'bracket-open': 'Its bracket is not closed, so the last parameter may be cut.',
  'line-broken': 'A line end stood inside the numbers and was taken out.',
};

/** Reads the stops that a text tells of. A stop without a time is a stop of its own: nothing says that two are one. */
export function* readTextForms(text: string, findings: Findings): Steps<void> {
  const told = findings.of(undefined);
  for (const { part, line } of partsOf(text, findings)) {
    const stops = readBugcheckText(part);
    for (const stop of stops.ok ? stops.value : []) {
      const evidence = evidenceOf(stop, `text-${told.evidence.size + 1}` as RecordId, findings);
      if (evidence === undefined || isTold([...told.evidence.values()], evidence)) continue;
      findings.undated.add(evidence.recordId);
      addEvidence(findings, told, evidence, {
        kind: stop.form,
        says: asName(FORM_NAMES[stop.form]),
        where: `line ${line + stop.line}`,
        at: null,
        blamed: stop.blamed ?? null,
        doubts: stop.doubts.map((doubt) => DOUBTS[doubt]),
      });
    }
    yield;
  }
}

interface Part {
  readonly part: string;
  /** Lines before it. */
  readonly line: number;
}

/** A part ends at a line end. Of a text that is too long the beginning and the end are read: a log tells of its stop last. */
function* partsOf(text: string, findings: Findings): Generator<Part> {
  const isLong = text.length > MOST_CHARS;
  const middle = isLong ? { from: MOST_CHARS / 2, to: text.length - MOST_CHARS / 2 } : undefined;
  if (middle) {
    findings.leaveOut(
      `Only the first and the last ${MOST_CHARS / 2 / 1024 / 1024} million characters of the text were searched; it has ${text.length}.`,
    );
  }
  let line = 0;
  for (let at = 0; at < text.length;) {
    const limit = middle && at < middle.from ? middle.from : text.length;
    const lineEnd = text.lastIndexOf('\n', at + PART_CHARS - 1);
    const end = Math.min(limit, at + PART_CHARS >= text.length || lineEnd <= at ? at + PART_CHARS : lineEnd + 1);
    const part = text.slice(at, end);
    yield { part, line };
    line += linesOf(part);
    at = end;
    if (middle && at >= middle.from && at < middle.to) {
      line += linesOf(text.slice(at, middle.to));
      at = middle.to;
    }
  }
}

function linesOf(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** A name that nobody has published is no stop that could be read. */
function evidenceOf(
  { form, code, name, parameters, reportId }: BugcheckText,
  recordId: RecordId,
  { nowMs }: Findings,
): Omit<Evidence, 'machineId' | 'receivedAtMs'> | undefined {
  const named = code === undefined && name !== undefined ? findBugcheck(name) : undefined;
  const known = code ?? (named?.known ? named.code : undefined);
  if (known === undefined) return undefined;
  // A Kernel-Power 41 loses parameters in any clothing, so as evidence it stays what it is.
  const kind = form === 'kernel-power-41' ? form : 'crash';
  return { kind, recordId, reportedAtMs: nowMs, code: known, parameters, source: 'reduced', reportId };
}

/** The same stop in two parts of a long text. */
const isTold = (told: readonly Evidence[], one: Pick<Evidence, 'code' | 'parameters'>): boolean =>
  told.some(
    ({ code, parameters }) =>
      code === one.code &&
      one.parameters?.some((value) => value !== undefined && value !== 0n) === true &&
      [0, 1, 2, 3].every((i) => parameters?.[i] === one.parameters?.[i]),
  );

/** Without its article, as a title. */
const asName = (words: string): string => {
  const bare = words.replace(/^(the|an?) /, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
};
