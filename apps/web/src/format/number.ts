const LOCALE = 'en';
const whole = new Intl.NumberFormat(LOCALE);
const percentage = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });

/** 1,234 */
export const count = (n: number): string => whole.format(n);

/** 0.874 -> 87% */
export const percent = (share: number): string => percentage.format(share);

/** 1 crash, 2 crashes */
export const counted = (n: number, [singular, plural]: readonly [string, string]): string =>
  `${count(n)} ${n === 1 ? singular : plural}`;

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** Decimal units, as on the label of a disk: 512,110,190,592 -> 512 GB. */
export function bytes(size: number): string {
  const power = size < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** power;
  return `${value >= 10 || power === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[power]}`;
}
