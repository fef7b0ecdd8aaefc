import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, signatureStop } from '../crash-facts.fixture.js';
import { decoded, dumpOf } from '../witnesses.fixture.js';
import { dumpUnloadedBeforeStack } from './unloaded-before-stack.rule.js';

describe('dump/unloaded-before-stack', () => {
  const test = (decode: ReturnType<typeof signatureStop>, unloadedDrivers: string[], onStack = false) =>
    dumpUnloadedBeforeStack.test(
      factsOf(decode, {
        dump: dumpOf({
          unloadedDrivers,
          stackModules: onStack
            ? [{ name: 'grabcard.sys', origin: 'third-party', standing: 'repeated', unloaded: true }]
            : undefined,
        }),
      }),
    );

  it('suspects the driver that was unloaded and still stands on the stack', () => {
    expect(test(signatureStop(0n), ['grabcard.sys'], true)[0]).toMatchObject({ cause: 'software', weight: 5 });
  });

  it('weighs less than damaged RAM when a driver was merely unloaded some time before', () => {
    expect(test(signatureStop(0n), ['grabcard.sys'])[0]!.weight).toBeLessThan(4);
  });

  it('knows which drivers Windows unloads in the ordinary course', () => {
    expect(test(signatureStop(0n), ['dump_storpor', 'hwpolicy.sys', 'WdBoot.sys', 'USBSTOR.SYS'])).toEqual([]);
  });

  it('is silent where the disk said what was wrong, where the transfer fell short, and about other stops', () => {
    const bad = { ...signatureStop(0n), ...decoded(0x77, 0xc000009cn, 0xc000009cn, 0n, 0x5000n) };
    expect(test(bad, ['grabcard.sys'], true)).toEqual([]);
    expect(test(signatureStop(2n), ['grabcard.sys'], true)).toEqual([]);
    expect(test(inpageStop(), ['grabcard.sys'], true)).toEqual([]);
  });
});
