import { bugcheckCode } from '../bugcheck-number.js';
import type { BugcheckTextForm } from './bugcheck-text.js';
import { fourOf, hexValue, listOf, readBracket } from './hex-values.js';
import { nearby, type Found, type TextForm } from './text-form.js';

type Extra = (lines: readonly string[], at: number) => Partial<Found>;

const FILE_BLAMED = /([\w.+-]{1,64}\.(?:sys|dll|exe))/i;

/** A code and a bracket behind it, on one line. The first capture is the code; the pattern ends with the bracket. */
function bracketed(form: BugcheckTextForm, hint: string, pattern: RegExp, extra: Extra = () => ({})): TextForm {
  return {
    form,
    hint,
    read(lines, at) {
      const found = pattern.exec(lines[at]!);
      const code = bugcheckCode(hexValue(found?.[1]));
      if (!found || code === undefined) return undefined;
      return { code, ...readBracket(lines, at, found.index + found[0].length), ...extra(lines, at) };
    },
  };
}

/** BugCheck 7A, {ffffe48724036a18, ffffffffc0000185, bcbcc860, fffff80ed8419ee4} */
const windbgSummary = bracketed('windbg-summary', 'bugcheck', /\bBugCheck ([0-9A-F]{1,8}), ?\{/i, (lines, at) => ({
  blamed: nearby(lines, at, 1, 12, /^\s*Probably caused by\s*:\s*([\w.!+-]{1,64})/i),
}));

/** Bugcheck code: 0x7A (0xFFFFF6FC40008770, 0xFFFFFFFFC0000185, 0x1C9EB860, 0xFFFFF880010EEF3C) */
const whoCrashed = bracketed(
  'whocrashed',
  'bugcheck code',
  /\bBugcheck code:\s{0,8}0x([0-9A-F]{1,8})\s{0,8}\(/i,
  (lines, at) => ({
    blamed: nearby(lines, at, -1, -3, /following module:\s{0,8}([\w.+-]{1,64})/i),
    name: nearby(lines, at, 1, 2, /^\s*Error:\s{0,8}([A-Z][A-Z0-9_]{3,80})/),
    dumpPath: nearby(lines, at, -1, -4, DUMP_PATH),
  }),
);

/** STOP: 0x0000007A (0xC0201754,0xC0000185,0x805D5B25,0x0456D860), with or without colon, `0x`, comma and closing bracket. */
const stopScreen = bracketed(
  'stop-screen',
  'stop',
  /\bSTOP\s{0,4}:?\s{0,4}(?:0x([0-9A-F]{1,8}))\s{0,8}[({]/i,
  (lines, at) => ({
    name: nearby(lines, at, 0, -8, /(?:^|\s)([A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8})(?:\s|$)/),
    blamed: nearby(lines, at, 0, 3, /([\w.+-]{1,64}\.sys)\s{1,4}-\s{1,4}Address/i),
  }),
);

/** A stop screen of which nothing but the code was noted. */
const stopCodeOnly: TextForm = {
  form: 'stop-screen',
  hint: 'stop',
  read(lines, at) {
    const code = bugcheckCode(hexValue(/\bSTOP\s{0,4}:?\s{0,4}0x([0-9A-F]{8})\s{0,8}$/i.exec(lines[at]!)?.[1]));
    return code === undefined ? undefined : { code, doubts: [] };
  },
};

const DUMP_PATH = /((?:[A-Z]:|%SystemRoot%)\\[^"<>|*?:]{1,200}?\.dmp)/i;
const REPORT_ID = /(\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|\b\d{6}-\d{1,10}-\d{1,3}\b)/i;

/** Path and report id stand behind the bracket, in this line or in the two below it, whatever the language around them. */
const messageTail: Extra = (lines, at) => {
  const text = lines
    .slice(at, at + 3)
    .join('\n')
    .slice(0, 2048);
  const path = DUMP_PATH.exec(text);
  const behind = path ? text.slice(path.index + path[0].length) : '';
  return { dumpPath: path?.[1], reportId: REPORT_ID.exec(behind)?.[1] };
};

/** The message of 1001, or its first value: eight digits, then a bracket. The words around them are of no language. */
const message = bracketed('event-1001', '0x', /(?<![\w(])0x([0-9a-f]{8})\s{0,4}\((?=\s{0,4}0x[0-9a-f])/i, messageTail);

/** A 1001 whose values were left out (`0x00000133 (0x…, …)`): only beside a word that says what the number is. */
const SAYS_BUGCHECK =
  /bug\s?check|检测错误|comprobación de errores|vérification d.erreur|verificação de erro|fehlerüberprüfung|fehlercode|controllo errori/i;
const messageWithoutValues: TextForm = {
  form: 'event-1001',
  hint: '0x',
  read(lines, at) {
    const line = lines[at]!;
    const code = bugcheckCode(hexValue(/(?<![\w(])0x([0-9a-f]{8})\s{0,4}(?:\(|$)/i.exec(line)?.[1]));
    return code !== undefined && SAYS_BUGCHECK.test(line) ? { code, doubts: [], ...messageTail(lines, at) } : undefined;
  },
};

/** A row of BlueScreenView's table: name, code and four values with tabs or blanks between. */
const ROW = /(?:^|[\s])([A-Z][A-Z0-9_]{3,80})\s{1,8}0x([0-9a-f]{8})\s{1,8}(?=(?:0x)?[0-9a-f]{8})/i;
const blueScreenViewRow: TextForm = {
  form: 'bluescreenview-row',
  hint: '0x',
  read(lines, at) {
    const row = ROW.exec(lines[at]!);
    const behind = row ? lines[at]!.slice(row.index + row[0].length) : '';
    const values = listOf(behind);
    const code = bugcheckCode(hexValue(row?.[2]));
    if (!row || code === undefined || values.length < 4) return undefined;
    const path = /([^\s\\]{1,64}\.dmp)\b/i.exec(lines[at]!.slice(0, row.index))?.[1];
    return {
      code,
      name: row[1],
      parameters: fourOf(values),
      dumpPath: path,
      blamed: FILE_BLAMED.exec(behind)?.[1],
      doubts: [],
    };
  },
};

/** STOP without `0x`, as some type it: `STOP 0000007a (…)`. Asked last, because the word is common. */
const stopBare = bracketed('stop-screen', 'stop', /\bSTOP\s{0,4}:?\s{0,4}([0-9A-F]{8})\s{0,8}[({]/i);

/** In the order in which they are asked: the plainest wording first. */
export const ONE_LINE_FORMS: readonly TextForm[] = [
  windbgSummary,
  whoCrashed,
  stopScreen,
  stopBare,
  stopCodeOnly,
  blueScreenViewRow,
  message,
  messageWithoutValues,
];
