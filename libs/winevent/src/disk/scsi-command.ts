import { u8At } from '../event-binary.js';

/** One SCSI command, as far as its command descriptor block (CDB) tells. */
export interface ScsiCommand {
  readonly opcode: number;
  /** As T10 names it; `undefined` for an opcode outside the table. */
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

/** Opcodes that a disk is sent. Source: T10, SPC-5 and SBC-4; scsi.h of the WDK. */
const COMMANDS = new Map<number, readonly [name: string, access?: Access, form?: Form]>([
  [0x00, ['TEST UNIT READY']],
  [0x03, ['REQUEST SENSE']],
  [0x08, ['READ(6)', 'read']],
  [0x0a, ['WRITE(6)', 'write']],
  [0x12, ['INQUIRY']],
  [0x1a, ['MODE SENSE(6)']],
  [0x1b, ['START STOP UNIT']],
  [0x1e, ['PREVENT ALLOW MEDIUM REMOVAL']],
  [0x25, ['READ CAPACITY(10)']],
  [0x28, ['READ(10)', 'read', FORM_10]],
  [0x2a, ['WRITE(10)', 'write', FORM_10]],
  [0x2e, ['WRITE AND VERIFY(10)', 'write', FORM_10]],
  [0x2f, ['VERIFY(10)', undefined, FORM_10]],
  [0x35, ['SYNCHRONIZE CACHE(10)', undefined, FORM_10]],
  [0x42, ['UNMAP']],
  [0x4d, ['LOG SENSE']],
  [0x5a, ['MODE SENSE(10)']],
  [0x85, ['ATA PASS-THROUGH(16)']],
  [0x88, ['READ(16)', 'read', FORM_16]],
  [0x8a, ['WRITE(16)', 'write', FORM_16]],
  [0x8f, ['VERIFY(16)', undefined, FORM_16]],
  [0x91, ['SYNCHRONIZE CACHE(16)', undefined, FORM_16]],
  [0x93, ['WRITE SAME(16)', 'write', FORM_16]],
  [0x9e, ['SERVICE ACTION IN(16)']],
  [0xa0, ['REPORT LUNS']],
  [0xa1, ['ATA PASS-THROUGH(12)']],
  [0xa8, ['READ(12)', 'read', FORM_12]],
  [0xaa, ['WRITE(12)', 'write', FORM_12]],
]);

/** What an opcode alone says. */
export function scsiOpcode(opcode: number): ScsiCommand {
  const [name, access] = COMMANDS.get(opcode) ?? [];
  return { opcode, name, access };
}

/** Reads a CDB in hex digits. `undefined` when there is not even an opcode. A CDB that is cut short loses address and length only. */
export function readCdb(hex: string): ScsiCommand | undefined {
  const opcode = u8At(hex, 0);
  if (opcode === undefined) return undefined;
  const command = scsiOpcode(opcode);
  const form = COMMANDS.get(opcode)?.[2];
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
