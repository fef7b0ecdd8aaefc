/** SCSI commands that Windows sends to disks, by opcode. Sources: SPC-5, SBC-4, MMC-6; names as in the WDK's scsi.h. */
const OPCODES: Readonly<Record<number, string>> = {
  0x00: 'TEST UNIT READY',
  0x03: 'REQUEST SENSE',
  0x08: 'READ(6)',
  0x0a: 'WRITE(6)',
  0x12: 'INQUIRY',
  0x1a: 'MODE SENSE(6)',
  0x1b: 'START STOP UNIT',
  0x1e: 'PREVENT ALLOW MEDIUM REMOVAL',
  0x25: 'READ CAPACITY(10)',
  0x28: 'READ(10)',
  0x2a: 'WRITE(10)',
  0x2e: 'WRITE AND VERIFY(10)',
  0x2f: 'VERIFY(10)',
  0x35: 'SYNCHRONIZE CACHE(10)',
  0x42: 'UNMAP',
  0x4a: 'GET EVENT STATUS NOTIFICATION',
  0x4d: 'LOG SENSE',
  0x55: 'MODE SELECT(10)',
  0x5a: 'MODE SENSE(10)',
  0x85: 'ATA PASS-THROUGH(16)',
  0x88: 'READ(16)',
  0x8a: 'WRITE(16)',
  0x91: 'SYNCHRONIZE CACHE(16)',
  0x9e: 'READ CAPACITY(16)',
  0xa0: 'REPORT LUNS',
  0xa1: 'ATA PASS-THROUGH(12)',
  0xa2: 'SECURITY PROTOCOL IN',
  0xa8: 'READ(12)',
  0xaa: 'WRITE(12)',
  0xb5: 'SECURITY PROTOCOL OUT',
};

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
  FUNCTIONS[srbFunction] ?? OPCODES[opcode];
