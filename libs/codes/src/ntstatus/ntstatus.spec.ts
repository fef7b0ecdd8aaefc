import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSE_CLASSES } from '../cause-class.js';
import { firstAction } from './first-action.js';
import { NT_STATUS_ENTRIES, findNtStatus, ntStatus } from './ntstatus.js';
import { NT_STATUS_SOURCES } from './ntstatus-sources.js';
import { NtStatus } from '../numbers.js';

describe('firstAction', () => {
  it('is a sentence for every status, and closer where the class alone says too little', () => {
    for (const entry of NT_STATUS_ENTRIES) expect(firstAction(entry), entry.name).toMatch(/^[A-Z].*\.$/);
    const { class: cause } = ntStatus(NtStatus(0xc0000185));
    expect(firstAction(ntStatus(NtStatus(0xc0000185)))).not.toBe(firstAction({ class: cause }));
  });
});

describe('the table of statuses', () => {
  it('holds 203 statuses, each code and each name once', () => {
    expect(NT_STATUS_ENTRIES).toHaveLength(203);
    expect(new Set(NT_STATUS_ENTRIES.map((entry) => entry.code)).size).toBe(203);
    expect(new Set(NT_STATUS_ENTRIES.map((entry) => entry.name)).size).toBe(203);
  });

  it.each(NT_STATUS_ENTRIES.map((entry) => [entry.name, entry] as const))('%s is complete', (_, entry) => {
    expect(entry.code).toBe(entry.code >>> 0);
    expect(entry.name).toMatch(/^STATUS_[A-Z0-9_]+$/);
    expect(entry.meaning).toMatch(/^[A-Z].*\.$/);
    expect(entry.layer).not.toBe('');
    expect(CAUSE_CLASSES).toContain(entry.class);
    expect(entry.citations.length).toBeGreaterThan(0);
    for (const citation of entry.citations) expect(citation).toMatch(/^https?:\/\/\S+$/);
  });

  it('uses every source that it names', () => {
    const used = new Set(NT_STATUS_ENTRIES.flatMap((entry) => entry.citations));
    expect([...used].sort()).toEqual(Object.values(NT_STATUS_SOURCES).sort());
  });

  it('marks the six statuses that Microsoft names for 0x7A', () => {
    const documented = NT_STATUS_ENTRIES.filter((entry) => entry.seenIn0x7A === 'documented');
    expect(documented.map((entry) => entry.code)).toEqual([
      0xc000000e, 0xc000009a, 0xc000009c, 0xc000009d, 0xc000016a, 0xc0000185,
    ]);
  });
});

describe('ntStatus', () => {
  it.each([
    [0xc000009c, 'STATUS_DEVICE_DATA_ERROR', 'media', undefined],
    [0xc000009d, 'STATUS_DEVICE_NOT_CONNECTED', 'link', undefined],
    [0xc000000e, 'STATUS_NO_SUCH_DEVICE', 'device-gone', undefined],
    [0xc000009a, 'STATUS_INSUFFICIENT_RESOURCES', 'resources', undefined],
    [0xc0000185, 'STATUS_IO_DEVICE_ERROR', 'link', 'generic-io'],
    [0xc00000b5, 'STATUS_IO_TIMEOUT', 'link', 'timeout'],
    [0xc00000a2, 'STATUS_MEDIA_WRITE_PROTECTED', 'media', 'read-only'],
    [0xc0000483, 'STATUS_DEVICE_HARDWARE_ERROR', 'media', 'drive-internal'],
    [0xc00000be, 'STATUS_BAD_NETWORK_PATH', 'virtual', 'network'],
    [0xc0000709, 'STATUS_HARDWARE_MEMORY_ERROR', 'memory', 'memory'],
    [0x00000000, 'STATUS_SUCCESS', 'unknown', 'silent-corruption'],
  ])('0x%x is %s of class %s', (code, name, cause, subclass) => {
    const entry = ntStatus(NtStatus(code));
    expect(entry).toMatchObject({ code, name, class: cause, known: true });
    expect(entry.subclass).toBe(subclass);
  });

  it('tells severity and facility of a status that it does not know', () => {
    expect(ntStatus(NtStatus(0xe0de1234))).toMatchObject({
      code: 0xe0de1234,
      name: 'NTSTATUS_0xE0DE1234',
      known: false,
      severity: 'error',
      facility: 0x0de,
      class: 'unknown',
    });
    expect(ntStatus(NtStatus(0x0abc0001)).severity).toBe('success');
    expect(ntStatus(NtStatus(0x4abc0001)).severity).toBe('informational');
    expect(ntStatus(NtStatus(0x8abc0001)).severity).toBe('warning');
  });

  it('reads the facility of BitLocker and of Storage Spaces', () => {
    expect(ntStatus(NtStatus(0xc0210000)).facility).toBe(33);
    expect(ntStatus(NtStatus(0xc0e7000b)).facility).toBe(231);
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.integer({ min: -0x8000_0000, max: 0xffff_ffff }), (n) => {
        const entry = ntStatus(n as NtStatus);
        expect(entry.code).toBe(n >>> 0);
        expect(entry.citations.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('findNtStatus', () => {
  it('finds every status by its name and by each spelling of its number', () => {
    for (const entry of NT_STATUS_ENTRIES) {
      const hex = entry.code.toString(16).padStart(8, '0');
      const high = entry.code >= 0x8000_0000 ? 'ffffffff' : '00000000';
      const spellings = [entry.name, entry.name.toLowerCase(), `0x${hex}`, hex, `0x${high}${hex}`, `${high}\`${hex}`];
      for (const text of [...spellings, String(entry.code), String(entry.code | 0)])
        expect(findNtStatus(text), text).toBe(entry);
    }
  });

  it('finds any status by the name of its entry and by each spelling of its number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x8000_0000, max: 0xffff_ffff }), (code) => {
        const entry = ntStatus(NtStatus(code));
        const hex = code.toString(16);
        for (const text of [entry.name, `0x${hex}`, hex, `ffffffff${hex}`, String(code), String(code | 0)])
          expect(findNtStatus(text), text).toEqual(entry);
      }),
    );
  });

  it('makes an entry for a number that it does not know, and none for a word', () => {
    expect(findNtStatus('0xC0DEC0DE')?.known).toBe(false);
    expect(findNtStatus('STATUS_OF_THE_UNION')).toBeUndefined();
    expect(findNtStatus('fffff800c0000005')).toBeUndefined();
  });
});
