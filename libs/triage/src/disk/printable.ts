/** More than any model, serial or firmware field holds (NVMe: 40, 20 and 8 characters); what lies behind is not read. */
const MAX_RAW = 256;

/**
 * What a person would read in a fixed-width field: cut at the first NUL (ATA serials carry rubbish behind it), tabs and
 * line ends as spaces, other control characters dropped. Padding and inner runs are left to the caller.
 * Source: nwipe issue 61, systeminformation pull request 1039.
 */
export function printable(raw: string): string {
  const field = raw.slice(0, MAX_RAW).split('\0', 1)[0] ?? '';
  return field.replace(/\s/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '');
}

/** Trims both ends and makes one space of every inner run. */
export const collapse = (text: string): string => text.replace(/ +/g, ' ').trim();

/**
 * Every pair of characters exchanged: how some USB-to-IDE adapters hand on ATA words (nwipe pull request 494). An odd end
 * was cut from padding, so it is padded again first.
 */
export function swapPairs(text: string): string {
  const even = text.length % 2 === 0 ? text : `${text} `;
  return even.replace(/(.)(.)/gsu, '$2$1');
}
