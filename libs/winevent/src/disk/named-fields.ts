import { bugcheckCode, parseUnsigned64 } from '../bugcheck-number.js';
import { datum, type WindowsEvent } from '../windows-event.js';

/** Typed reads of an event's named values. What is absent, empty or of another kind is `undefined`. */
export const textField = (event: WindowsEvent, ...names: string[]): string | undefined => {
  for (const name of names) {
    const value = datum(event, name)?.trim();
    if (value) return value;
  }
  return undefined;
};

export const bigintField = (event: WindowsEvent, name: string): bigint | undefined =>
  parseUnsigned64(datum(event, name)?.trim() ?? '');

/** Only up to 2^53, beyond which a number would not be the one that was sent. */
export function numberField(event: WindowsEvent, name: string): number | undefined {
  const value = bigintField(event, name);
  return value !== undefined && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

/** An NTSTATUS, sign-extended or not; 0 is none. */
export const statusField = (event: WindowsEvent, name: string): number | undefined =>
  bugcheckCode(bigintField(event, name));

export function claimField(event: WindowsEvent, name: string): boolean | undefined {
  const text = datum(event, name)?.trim().toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : undefined;
}

/** Hex digits of a binary value, with or without `0x`. */
export const hexField = (event: WindowsEvent, name: string): string | undefined => {
  const digits = datum(event, name)?.trim().replace(/^0x/i, '');
  return digits && /^[0-9a-f]+$/i.test(digits) ? digits : undefined;
};
