import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, signatureStop } from '../crash-facts.fixture.js';
import { stackSignature } from './stack-signature.rule.js';

describe('bugcheck/stack-signature', () => {
  it.each([
    [0n, 'memory'],
    [1n, 'memory'],
    [2n, 'controller'],
  ])('reads subtype %i as %s', (subtype, cause) => {
    expect(stackSignature.test(factsOf(signatureStop(subtype)))[0]).toMatchObject({ cause, weight: 4 });
  });

  it('has nothing to say about the form of 0x77 that carries a status', () => {
    expect(stackSignature.test(factsOf(inpageStop(0xc000009c, { layout: '77-status' })))).toEqual([]);
  });
});
