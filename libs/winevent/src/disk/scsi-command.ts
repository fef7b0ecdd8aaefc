import { scsiOpcodeName } from '@inpage/codes';
import { u8At } from '../event-binary.js';

/** One SCSI command, as far as its command descriptor block (CDB) tells. */
export interface ScsiCommand {
  readonly opcode: number;
  /** As T10 names it; `undefined` for an opcode that disks are not sent. */
  readonly name?: string;
  readonly access?: 'read' | 'write';
  /** First logical block, where the command has one. */
  readonly lba?: bigint;
  /** Logical blocks to transfer, where the command has them. */
  readonly blocks?: number;
}

type Access = 'read' | 'write' | undefined;
/** Where a form keeps its address and its length: offset and size in bytes, both big-endian. */
type Form = readonly [lbaAt: number, lbaSize: number, blocksAt: number, blocksSize: number];

const FORM_10: Form = [2, 4, 7, 2];
const FORM_12: Form = [2, 4, 6, 4];
const FORM_16: Form = [2, 8, 10, 4];

/** Commands that move or check blocks. Source: T10, SBC-4. */
const TRANSFERS = new Map<number, readonly [access?: Access, form?: Form]>([
  [0x08, ['read']],
  [0x0a, ['write']],
  [0x28, ['read', FORM_10]],
  [0x2a, ['write', FORM_10]],
  [0x2e, ['write', FORM_10]],
  [0x2f, [undefined, FORM_10]],
  [0x35, [undefined, FORM_10]],
  [0x88, ['read', FORM_16]],
  [0x8a, ['write', FORM_16]],
  [0x8f, [undefined, FORM_16]],
  [0x91, [undefined, FORM_16]],
  [0x93, ['write', FORM_16]],
  [0xa8, ['read', FORM_12]],
  [0xaa, ['write', FORM_12]],
]);

/** What an opcode alone says. */
export const scsiOpcode = (opcode: number): ScsiCommand => ({
  opcode,
  name: scsiOpcodeName(opcode),
  access: TRANSFERS.get(opcode)?.[0],
});

/** Reads a CDB in hex digits. `undefined` when there is not even an opcode. A CDB that is cut short loses address and length only. */
export function readCdb(hex: string): ScsiCommand | undefined {
  const opcode = u8At(hex, 0);
  if (opcode === undefined) return undefined;
  const command = scsiOpcode(opcode);
  const form = TRANSFERS.get(opcode)?.[1];
  if (form) return { ...command, lba: bigEndian(hex, form[0], form[1]), blocks: numberAt(hex, form[2], form[3]) };
  return opcode === 0x08 || opcode === 0x0a ? { ...command, ...sixByteForm(hex) } : command;
}

/** 21 bits of address; a length of 0 means 256. */
function sixByteForm(hex: string): Pick<ScsiCommand, 'lba' | 'blocks'> {
  const address = bigEndian(hex, 1, 3);
  const blocks = u8At(hex, 4);
  return { lba: address === undefined ? undefined : address & 0x1f_ffffn, blocks: blocks === 0 ? 256 : blocks };
}

function bigEndian(hex: string, at: number, size: number): bigint | undefined {
  const digits = hex.slice(at * 2, (at + size) * 2);
  return digits.length === size * 2 && /^[0-9a-f]+$/i.test(digits) ? BigInt(`0x${digits}`) : undefined;
}

function numberAt(hex: string, at: number, size: number): number | undefined {
  const value = bigEndian(hex, at, size);
  return value === undefined ? undefined : Number(value);
}
