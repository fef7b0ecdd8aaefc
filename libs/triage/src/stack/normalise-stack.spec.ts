import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseStack } from './normalise-stack.js';
import { miniportOf, MINIPORTS } from './storage-drivers.js';

describe('normaliseStack', () => {
  it('drops \\Driver\\ and .sys, lowers the case and keeps the order', () => {
    const stack = normaliseStack([
      '\\Driver\\partmgr',
      '\\DRIVER\\Disk',
      'C:\\Windows\\System32\\drivers\\storahci.SYS',
      ' iaStorVD ',
    ]);
    expect(stack).toEqual({
      drivers: ['partmgr', 'disk', 'storahci', 'iastorvd'],
      key: 'partmgr > disk > storahci > iastorvd',
    });
  });

  it('is undefined when no driver is named', () => {
    expect(normaliseStack([])).toBeUndefined();
    expect(normaliseStack(['', '\\Driver\\', '.sys', ' > '])).toBeUndefined();
  });

  it('reads at most 32 entries, from the top', () => {
    const stack = normaliseStack(Array.from({ length: 1000 }, (_, i) => `d${i}`));
    expect(stack!.drivers).toHaveLength(32);
    expect(stack!.drivers[0]).toBe('d0');
  });

  it('has a key that splits back into its drivers, and changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (entries) => {
        const stack = normaliseStack(entries);
        if (stack === undefined) return;
        expect(stack.key.split(' > ')).toEqual(stack.drivers);
        expect(normaliseStack(stack.drivers)).toEqual(stack);
      }),
    );
  });
});

describe('miniportOf', () => {
  it('finds the lowest driver that is a port or miniport, above the bus drivers', () => {
    expect(miniportOf(['partmgr', 'disk', 'storahci', 'acpi', 'pci'])?.name).toBe('storahci');
    expect(miniportOf(['disk', 'mpio', 'storport', 'msiscsi'])?.name).toBe('msiscsi');
  });

  it('names none where it knows none', () => {
    expect(miniportOf(['partmgr', 'disk'])).toBeUndefined();
    expect(miniportOf(undefined)).toBeUndefined();
  });

  it('lists every driver once, spelled as stacks spell it', () => {
    expect(new Set(MINIPORTS.map(({ name }) => name)).size).toBe(MINIPORTS.length);
    expect(normaliseStack(MINIPORTS.slice(0, 32).map(({ name }) => name))!.drivers).toEqual(
      MINIPORTS.slice(0, 32).map(({ name }) => name),
    );
  });
});
