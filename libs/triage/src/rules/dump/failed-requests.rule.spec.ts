import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop, SATA_DISK } from '../crash-facts.fixture.js';
import { dumpOf, history } from '../witnesses.fixture.js';
import { dumpFailedRequests } from './failed-requests.rule.js';

describe('dump/failed-requests', () => {
  const causes = (...srbStatus: number[]) =>
    dumpFailedRequests
      .test(
        factsOf(inpageStop(), {
          disk: SATA_DISK,
          dump: dumpOf({
            pagingStorage: history({ failed: srbStatus.map((one) => ({ opcode: 0x28, srbStatus: one })) }),
          }),
        }),
      )
      .map(({ cause }) => cause);

  it.each([
    [0x0f, ['link', 'controller']],
    [0x08, ['device-gone']],
    [0x09, ['link', 'controller']],
    [0x26, ['resources']],
  ])('reads SRB status %i', (srbStatus, expected) => {
    expect(causes(srbStatus)).toEqual(expected);
    expect(causes(srbStatus | 0x80)).toEqual(expected);
  });

  it('reads nothing from ERROR, whose sense data the dump does not keep', () => {
    expect(causes(0x04)).toEqual([]);
  });

  it('claims each cause once', () => {
    expect(causes(0x09, 0x0e, 0x09)).toEqual(['link', 'controller']);
  });
});
