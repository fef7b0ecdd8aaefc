import { describe, expect, it } from 'vitest';
import { factsOf, inpageStop } from '../crash-facts.fixture.js';
import { heard } from '../witnesses.fixture.js';
import { leadUpLinkQuality } from './link-quality.rule.js';

describe('lead-up/link-quality', () => {
  it.each([
    ['a checksum error of SATA', { srbStatus: 0x0f }],
    ['a bus reset', { srbStatus: 0x0e }],
    ['a disk that was not selected', { srbStatus: 0x0a }],
    ['an aborted command', { sense: { key: 0xb, asc: 0x47, ascq: 3 } }],
  ])('hears %s', (_, event) => {
    const [claim] = leadUpLinkQuality.test(
      factsOf(inpageStop(), { leadUp: [heard('scsi-request-failed', { event })] }),
    );
    expect(claim).toMatchObject({ cause: 'link', weight: 2 });
  });

  it('weighs STATUS_IO_DEVICE_ERROR less, for it is a catch-all', () => {
    const [claim] = leadUpLinkQuality.test(
      factsOf(inpageStop(), { leadUp: [heard('paging-error', { event: { status: 0xc0000185 } })] }),
    );
    expect(claim!.weight).toBeLessThan(2);
  });

  it('lets the disk speak first: a medium error is no link error, whatever the SRB status', () => {
    const event = { srbStatus: 0x0f, sense: { key: 3, asc: 0x11, ascq: 0 } };
    expect(
      leadUpLinkQuality.test(factsOf(inpageStop(), { leadUp: [heard('scsi-request-failed', { event })] })),
    ).toEqual([]);
  });
});
