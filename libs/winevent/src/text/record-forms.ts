import { bugcheckCode, parseUnsigned64 } from '../bugcheck-number.js';
import type { BugcheckTextForm } from './bugcheck-text.js';
import { fourOf, hexValue, listOf, readBracket } from './hex-values.js';
import { nearby, type Found, type TextForm } from './text-form.js';

/** A line with the code, then lines with one value each. */
interface Record4 {
  readonly form: BugcheckTextForm;
  readonly hint: string;
  /** Named groups `code` and, where the line has it, `name`. */
  readonly head: RegExp;
  /** All values of a line; groups `n` (from `first`) and `value`. */
  readonly value: RegExp;
  readonly first: 0 | 1;
  /** Lines below the head in which values may stand. */
  readonly within: number;
  readonly codeOf?: (text: string) => number | undefined;
  readonly extra?: (lines: readonly string[], at: number) => Partial<Found>;
}

const hexCode = (text: string): number | undefined => bugcheckCode(hexValue(text));

function recordForm({ form, hint, head, value, first, within, codeOf = hexCode, extra }: Record4): TextForm {
  return {
    form,
    hint,
    read(lines, at) {
      const groups = head.exec(lines[at]!)?.groups;
      const code = groups && codeOf(groups['code']!);
      if (code === undefined) return undefined;
      const parameters = valuesBelow(lines, at, head, value, first, within);
      return { code, name: groups!['name'], parameters, doubts: [], ...extra?.(lines, at) };
    },
  };
}

/** Collects numbered values from the head's line down to `within` lines below it, or to where the next record begins. */
function valuesBelow(
  lines: readonly string[],
  at: number,
  head: RegExp,
  value: RegExp,
  first: number,
  within: number,
): Found['parameters'] {
  const values: (bigint | undefined)[] = [];
  for (let i = at; i <= at + within && i < lines.length; i++) {
    if (i > at && head.test(lines[i]!)) break;
    for (const { groups } of lines[i]!.matchAll(value))
      values[Number(groups!['n']) - first] ??= hexValue(groups!['value']);
  }
  return fourOf(values);
}

/** KERNEL_DATA_INPAGE_ERROR (7a) … Arg1: ffffc1049a602ec0, lock type that was held */
const windbgAnalyze = recordForm({
  form: 'windbg-analyze',
  hint: '_',
  head: /^\s{0,8}(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,9})\s\((?<code>[0-9a-f]{1,8})\)\s{0,8}$/,
  value: /^\s{0,8}Arg(?<n>[1-4]):\s{0,8}(?:0x)?(?<value>[0-9a-f`]{1,17})\b/gi,
  first: 1,
  within: 30,
  extra: (lines, at) => ({
    blamed: nearby(lines, at, 1, 120, /^\s{0,8}(?:IMAGE_NAME|Probably caused by)\s{0,8}:\s{0,8}([\w.!+-]{1,64})/i),
  }),
});

/** BUGCHECK_CODE:  7a and BUGCHECK_P1: ffffc1049a602ec0 */
const windbgFields = recordForm({
  form: 'windbg-fields',
  hint: 'bugcheck_code',
  head: /^\s{0,8}BUGCHECK_CODE:\s{1,8}(?:0x)?(?<code>[0-9a-f]{1,8})\s{0,8}$/i,
  value: /^\s{0,8}BUGCHECK_P(?<n>[1-4]):\s{1,8}(?:0x)?(?<value>[0-9a-f`]{1,17})\b/gi,
  first: 1,
  within: 12,
});

/** Bug Check Code : 0x000000ef and Parameter 1 : ffffbf8d`0441f580 */
const blueScreenView = recordForm({
  form: 'bluescreenview-record',
  hint: 'bug check code',
  head: /^\s{0,8}Bug Check Code\s{0,20}:\s{0,8}(?:0x)?(?<code>[0-9a-f]{1,8})\s{0,8}$/i,
  value: /^\s{0,8}Parameter (?<n>[1-4])\s{0,20}:\s{0,8}(?<value>(?:0x)?[0-9a-f`]{1,17})\b/gi,
  first: 1,
  within: 8,
  extra: (lines, at) => ({
    name: nearby(lines, at, -1, -2, /^\s{0,8}Bug Check String\s{0,20}:\s{0,8}([A-Z][A-Z0-9_]{3,80})/),
    dumpPath: nearby(lines, at, -1, -6, /^\s{0,8}Dump File\s{0,20}:\s{0,8}(\S{1,200}\.dmp)/i),
    blamed: nearby(lines, at, 1, 10, /^\s{0,8}Caused By Driver\s{0,20}:\s{0,8}([\w.+-]{1,64})/i),
  }),
});

/** BCCode: f4 and BCP1: 0000000000000003, which no language translates. */
const werSignature = recordForm({
  form: 'wer-signature',
  hint: 'bccode',
  head: /\bBCCode:\s{0,20}(?<code>[0-9a-f]{1,8})\b/i,
  value: /\bBCP(?<n>[1-4]):\s{0,20}(?<value>[0-9a-f]{1,16})\b/gi,
  first: 1,
  within: 8,
});

/** WinBSOD: Synthetic MSR[0x40000100] 0x80: five registers, code first. Source: Broadcom KB 427504 and 417490. */
const vmwareLog = recordForm({
  form: 'vmware-log',
  hint: 'synthetic msr',
  head: /Synthetic MSR\[0x40000100\]\s{0,8}0x(?<code>[0-9a-f]{1,16})\b/i,
  value: /Synthetic MSR\[0x4000010(?<n>[1-4])\]\s{0,8}0x(?<value>[0-9a-f]{1,16})\b/gi,
  first: 1,
  within: 40,
});

/** BugcheckCode 122 (decimal) and BugcheckParameter1 0x…, under each other or all in one line. */
const kernelPower = recordForm({
  form: 'kernel-power-41',
  hint: 'bugcheckcode',
  head: /\bBugcheckCode[\]"'\s:=>]{1,8}(?<code>0x[0-9a-f]{1,8}|\d{1,10})\b/i,
  value: /\bBugcheckParameter(?<n>[1-4])[\]"'\s:=>]{1,8}(?<value>0x[0-9a-f]{1,16})\b/gi,
  first: 1,
  within: 8,
  codeOf: (text) => bugcheckCode(parseUnsigned64(text)),
});

/** Bugcheck code 0000001A, then a line of Arguments. */
const windbgCommand: TextForm = {
  form: 'windbg-command',
  hint: 'bugcheck code',
  read(lines, at) {
    const code = hexCode(/^\s{0,8}Bugcheck code ([0-9A-F]{8})\s{0,8}$/i.exec(lines[at]!)?.[1] ?? '');
    if (code === undefined) return undefined;
    const values = listOf(nearby(lines, at, 1, 2, /^\s{0,8}Arguments\s(.{1,200})/i) ?? '');
    return { code, parameters: fourOf(values), doubts: [] };
  },
};

/** *** Fatal System Error: 0x0000007b, then a bracket on the same line or the next. */
const kernelDebugger: TextForm = {
  form: 'kernel-debugger',
  hint: 'fatal system error',
  read(lines, at) {
    const found = /Fatal System Error:\s{0,8}0x([0-9a-f]{1,8})\b/i.exec(lines[at]!);
    const code = hexCode(found?.[1] ?? '');
    if (!found || code === undefined) return undefined;
    for (const line of [at, at + 1, at + 2]) {
      const bracket = (lines[line] ?? '').indexOf('(', line === at ? found.index : 0);
      if (bracket >= 0) return { code, ...readBracket(lines, line, bracket + 1) };
    }
    return { code, doubts: [] };
  },
};

export const RECORD_FORMS: readonly TextForm[] = [
  windbgFields,
  blueScreenView,
  werSignature,
  vmwareLog,
  kernelPower,
  windbgCommand,
  kernelDebugger,
  windbgAnalyze,
];
