/**
 * What could steer a terminal, or turn the direction of its text: control characters of both sets but line ends, and the marks of
 * bidirectional text. Names of computers, disks and drivers come out of files that anybody may have written.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A text from outside as it may be printed. */
export const harmless = (text: string): string => text.replaceAll('\t', ' ').replace(STEERING, '\ufffd').toWellFormed();

/** JSON text, with what could steer a terminal written as escapes; it means the same. */
export const harmlessJson = (json: string): string =>
  json.replace(STEERING, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

const IN_ASCII: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '·': '-',
  '×': 'x',
  µ: 'u',
  '→': '->',
};

/** For a terminal that shows nothing else. */
// oxlint-disable-next-line no-control-regex -- all of ASCII
export const inAscii = (text: string): string => text.replace(/[^\u0000-\u007f]/gu, (one) => IN_ASCII[one] ?? '?');
