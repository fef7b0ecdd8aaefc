import fc from 'fast-check';
import { NtStatus } from '@inpage/codes';
import { describe, expect, it } from 'vitest';
import { inpageStop, otherStop, SATA_DISK } from '../rules/crash-facts.fixture.js';
import { normaliseStack } from '../stack/normalise-stack.js';
import { groupKey, groupParts, type GroupParts } from './group-key.js';

const stack = normaliseStack(['\\Driver\\disk', '\\Driver\\storahci']);

describe('groupParts', () => {
  it('takes family, status, model and stack', () => {
    expect(groupParts(inpageStop(0xc000009c), SATA_DISK, stack)).toEqual({
      family: 'inpage',
      status: 0xc000009c,
      modelKey: 'samsung ssd 870 evo 1tb',
      model: 'Samsung SSD 870 EVO 1TB',
      stackKey: 'disk > storahci',
    });
  });

  it('has null for what is not known, and for an empty model', () => {
    const nothing = { family: 'bugcheck-0xd1', status: null, modelKey: null, model: null, stackKey: null };
    expect(groupParts(otherStop(0xd1))).toEqual(nothing);
    expect(groupParts(otherStop(0xd1), { model: '' })).toEqual(nothing);
  });
});

describe('groupKey', () => {
  it('is this text, for ever: group ids are made from it', () => {
    expect(groupKey(groupParts(inpageStop(0xc000009c), SATA_DISK, stack))).toBe(
      'group-1|family=inpage|status=c000009c|model=samsung ssd 870 evo 1tb|stack=disk > storahci',
    );
    expect(groupKey(groupParts(inpageStop()))).toBe('group-1|family=inpage|status|model|stack');
  });

  it('escapes the separator and the escape inside a part', () => {
    const parts = { family: 'inpage', status: null, modelKey: 'a|b\\c', stackKey: null };
    expect(groupKey(parts)).toBe('group-1|family=inpage|status|model=a\\|b\\\\c|stack');
  });

  it('does not know the spelling of the model', () => {
    const spelled = (model: string): string => groupKey(groupParts(inpageStop(0xc000009c), { model }));
    expect(spelled('SAMSUNG SSD')).toBe(spelled('Samsung ssd'));
  });

  it('tells a status of zero from none, and an empty text from null', () => {
    const base = { family: 'inpage', status: null, modelKey: null, stackKey: null };
    const keys = [
      base,
      { ...base, status: NtStatus(0) },
      { ...base, modelKey: '' },
      { ...base, stackKey: '' },
      { ...base, modelKey: 'null' },
    ];
    expect(new Set(keys.map(groupKey)).size).toBe(keys.length);
  });

  it('is the same for the same parts and different for different ones', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom('|', '\\', '=', 'model', 'a', '\\|')).map((all) => all.join('')),
    );
    const parts: fc.Arbitrary<Omit<GroupParts, 'model'>> = fc.record({
      family: text,
      status: fc.option(fc.integer({ min: 0, max: 0xffff_ffff }).map(NtStatus)),
      modelKey: fc.option(text),
      stackKey: fc.option(text),
    });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        expect(groupKey(a) === groupKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(groupKey({ ...a })).toBe(groupKey(a));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps separators inside a part from moving its border', () => {
    const base = { family: 'f', status: null, stackKey: null };
    const shifted = groupKey({ ...base, modelKey: 'a|stack=b' });
    expect(shifted).not.toBe(groupKey({ ...base, modelKey: 'a', stackKey: 'b' }));
    expect(shifted.startsWith(groupKey({ ...base, modelKey: 'a', stackKey: 'b' }))).toBe(false);
  });
});
