import { describe, expect, it } from 'vitest';
import { MEMORY_MANAGEMENT_SUBTYPES, memoryManagementSubtype } from './memory-management-subtype.js';

describe('memoryManagementSubtype', () => {
  it('knows the two subtypes that speak of storage, and no more', () => {
    expect(memoryManagementSubtype(0x3fn)?.storage).toBe('direct');
    expect(memoryManagementSubtype(0x6001n)?.storage).toBe('direct-status');
    const others = MEMORY_MANAGEMENT_SUBTYPES.filter((subtype) => subtype.storage !== 'not-storage');
    expect(others.map((subtype) => subtype.value)).toEqual([0x3f, 0x6001]);
  });

  it('has each subtype once, with a sentence', () => {
    expect(new Set(MEMORY_MANAGEMENT_SUBTYPES.map((subtype) => subtype.value)).size).toBe(
      MEMORY_MANAGEMENT_SUBTYPES.length,
    );
    for (const { meaning } of MEMORY_MANAGEMENT_SUBTYPES) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });

  it('does not know a value that is no subtype', () => {
    expect(memoryManagementSubtype(0n)).toBeUndefined();
    expect(memoryManagementSubtype(0xffff_ffff_0000_003fn)).toBeUndefined();
  });
});
