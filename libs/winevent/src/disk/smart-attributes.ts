import { u16At, u32At, u8At } from '../event-binary.js';

/** One attribute of an ATA disk. What the raw value means is the vendor's business. */
export interface SmartAttribute {
  readonly id: number;
  readonly current: number;
  readonly worst: number;
  /** 48 bits. */
  readonly raw: number;
}

const ENTRIES = 30;
const ENTRY_SIZE = 12;
const FIRST_AT = 2;

/**
 * Reads the attribute page in hex digits: two bytes of version, then thirty entries of twelve bytes; id 0 is an empty entry.
 * Source: diskwmi.c in https://github.com/microsoft/Windows-driver-samples, storage/class/disk/src
 */
export function readSmartAttributes(hex: string | undefined): SmartAttribute[] {
  const entries = Array.from({ length: ENTRIES }, (_, i) => readEntry(hex, FIRST_AT + i * ENTRY_SIZE));
  return entries.filter((entry) => entry !== undefined);
}

function readEntry(hex: string | undefined, at: number): SmartAttribute | undefined {
  const [id, low, high] = [u8At(hex, at), u32At(hex, at + 5), u16At(hex, at + 9)];
  if (!id || low === undefined || high === undefined) return undefined;
  return { id, current: u8At(hex, at + 3)!, worst: u8At(hex, at + 4)!, raw: high * 0x1_0000_0000 + low };
}
