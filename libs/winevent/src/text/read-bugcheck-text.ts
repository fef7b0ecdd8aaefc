import { err, ok, type Result } from '@inpage/core';
import type { BugcheckText, Parameters } from './bugcheck-text.js';
import { ONE_LINE_FORMS } from './one-line-forms.js';
import { RECORD_FORMS } from './record-forms.js';
import { stopNameForm } from './stop-name-form.js';
import type { TextForm } from './text-form.js';
import { textLines } from './text-lines.js';

/** Why a pasted text gave no stop. */
export type BugcheckTextFault = 'text-too-long' | 'nothing-found';

export const BUGCHECK_TEXT_LIMITS = {
  /** UTF-16 code units. An `!analyze -v` has about 20 000. */
  text: 1_048_576,
  /** Stops of one text; what comes behind is not read. */
  stops: 256,
} as const;

const FORMS: readonly TextForm[] = [...RECORD_FORMS, ...ONE_LINE_FORMS];

/**
 * Reads the stops that a pasted text tells of: messages of event 1001 in any language, WinDbg, BlueScreenView, WhoCrashed,
 * signatures of Windows Error Reporting, vmware.log, typed stop screens, the values of Kernel-Power 41. Numbers count and
 * words do not. One stop that a text tells several times is one stop, with everything that was said about it.
 *
 * What a number means, in which order the parameters stand, and what a name's code is, is not decided here.
 */
export function readBugcheckText(text: string): Result<BugcheckText[], BugcheckTextFault> {
  if (text.length > BUGCHECK_TEXT_LIMITS.text) return err('text-too-long');
  const lines = textLines(text);
  let stops = stopsOf(lines, FORMS);
  if (stops.length === 0) stops = stopsOf(lines, [stopNameForm]);
  return stops.length === 0 ? err('nothing-found') : ok(stops);
}

function stopsOf(lines: readonly string[], forms: readonly TextForm[]): BugcheckText[] {
  const stops: BugcheckText[] = [];
  for (let at = 0; at < lines.length && stops.length < BUGCHECK_TEXT_LIMITS.stops; at++) {
    const stop = stopAt(lines, at, forms);
    if (!stop) continue;
    const told = stops.findIndex((one) => isSameStop(one, stop));
    if (told < 0) stops.push(stop);
    else stops[told] = merged(stops[told]!, stop);
  }
  return stops;
}

function stopAt(lines: readonly string[], at: number, forms: readonly TextForm[]): BugcheckText | undefined {
  const lower = lines[at]!.toLowerCase();
  for (const { form, hint, read } of forms) {
    const found = lower.includes(hint) ? read(lines, at) : undefined;
    if (found) return { form, ...found, line: at + 1 };
  }
  return undefined;
}

/**
 * The same code, and parameters that agree where both have one. Where one of the two has none, or all are zero, another form
 * must say it: a list of crashes in one form may hold several that look the same.
 */
function isSameStop(a: BugcheckText, b: BugcheckText): boolean {
  if (a.code === undefined || b.code === undefined) return a.code === b.code && a.name === b.name;
  if (withoutFlag(a.code) !== withoutFlag(b.code)) return false;
  const [x, y] = [a.parameters, b.parameters];
  if (!x || !y) return a.form !== b.form;
  const pairs = [0, 1, 2, 3].map((i) => [x[i], y[i]] as const).filter(([p, q]) => p !== undefined && q !== undefined);
  const agree = pairs.every(([p, q]) => isSameValue(p!, q!));
  return agree && (a.form !== b.form || pairs.some(([p]) => p !== 0n));
}

/** 0x1000007E is 0x7E in a minidump. */
const withoutFlag = (code: number): number => (code >>> 28 === 1 ? code & 0x0fff_ffff : code);

/** 0xC0000185 and 0xFFFFFFFFC0000185 are one value in two widths. */
function isSameValue(a: bigint, b: bigint): boolean {
  return extended(a) === extended(b);
}

const extended = (value: bigint): bigint =>
  value <= 0xffff_ffffn ? BigInt.asUintN(64, BigInt.asIntN(32, value)) : value;

const merged = (a: BugcheckText, b: BugcheckText): BugcheckText => ({
  ...a,
  name: a.name ?? b.name,
  parameters: mergedParameters(a.parameters, b.parameters),
  dumpPath: a.dumpPath ?? b.dumpPath,
  reportId: a.reportId ?? b.reportId,
  blamed: a.blamed ?? b.blamed,
});

const mergedParameters = (a: Parameters | undefined, b: Parameters | undefined): Parameters | undefined =>
  a && b ? [a[0] ?? b[0], a[1] ?? b[1], a[2] ?? b[2], a[3] ?? b[3]] : (a ?? b);
