const LONGEST_LINE = 4096;
/** `- `, `12. `, `> `: what lists and quotations put before a line. */
const LIST_MARK = /^\s{0,40}(?:[-*>]|\d{1,4}[.)])\s{1,40}(?=\S)/;
/** `| |` at the end of the lines of a gist. */
const TABLE_END = /(?:\s{0,8}\|){1,4}\s{0,8}$/;
const DATA_TAG = /<Data Name=["'](\w{1,64})["']>/g;
const TAG = /<\/?[A-Za-z][^<>]{0,200}>|errfg" bg="errbg">/g;
const WIDE: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ', ',
  '：': ': ',
  '。': '. ',
  '\u00A0': ' ',
};
const WIDE_SIGN = /[（），：。\u00A0]/g;

/** The lines of a pasted text without what copying added: list marks, table ends, HTML, full-width signs. Linear in the text. */
export const textLines = (text: string): string[] => text.split(/\r\n|\n|\r/).map(cleanLine);

function cleanLine(raw: string): string {
  const line = raw.slice(0, LONGEST_LINE).replace(WIDE_SIGN, (sign) => WIDE[sign]!);
  const untagged =
    line.includes('<') || line.includes('errbg') ? line.replace(DATA_TAG, ' $1 ').replace(TAG, ' ') : line;
  const unmarked = untagged.replace(LIST_MARK, '');
  return unmarked.includes('|') ? unmarked.slice(0, tableEnd(unmarked)) : unmarked;
}

/** Only the end of the line is looked at, so that a line of bars stays cheap. */
function tableEnd(line: string): number {
  const from = Math.max(0, line.length - 48);
  const end = TABLE_END.exec(line.slice(from));
  return end ? from + end.index : line.length;
}
