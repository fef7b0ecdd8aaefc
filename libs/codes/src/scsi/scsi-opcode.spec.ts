import { describe, expect, it } from 'vitest';
import { SCSI_OPCODES, scsiOpcodeName } from './scsi-opcode.js';

describe('scsiOpcodeName', () => {
  it('names each opcode once, in ascending order', () => {
    expect(SCSI_OPCODES).toEqual([...SCSI_OPCODES].sort((a, b) => a - b));
    const names = SCSI_OPCODES.map(scsiOpcodeName);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Z][A-Z -]+(?:\(\d+\))?$/);
  });

  it.each([
    [0x28, 'READ(10)'],
    [0x8a, 'WRITE(16)'],
    [0x35, 'SYNCHRONIZE CACHE(10)'],
    [0xc0, undefined],
  ])('calls 0x%x %s', (opcode, name) => expect(scsiOpcodeName(opcode)).toBe(name));
});
