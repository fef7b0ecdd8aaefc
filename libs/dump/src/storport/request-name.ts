import { scsiOpcodeName } from '@inpage/codes';

/** SRB functions that carry no SCSI command of their own: srb.h of the WDK. */
const FUNCTIONS: Readonly<Record<number, string>> = {
  0x02: 'IO CONTROL',
  0x07: 'SHUTDOWN',
  0x08: 'FLUSH',
  0x10: 'ABORT COMMAND',
  0x12: 'RESET BUS',
  0x13: 'RESET DEVICE',
  0x20: 'RESET LOGICAL UNIT',
  0x24: 'POWER',
  0x25: 'PNP',
};

/** What a request was, in words; nothing for an opcode that is not in the list. */
export const commandName = (opcode: number, srbFunction: number): string | undefined =>
  FUNCTIONS[srbFunction] ?? scsiOpcodeName(opcode);
