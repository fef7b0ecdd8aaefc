import { CAUSE_CLASSES } from '@inpage/codes';
import { rest } from '@inpage/contracts';
import { expect, it } from 'vitest';

it('names on the wire the cause classes that triage knows, in the same order', () => {
  expect(rest.CAUSES).toEqual(CAUSE_CLASSES);
});
