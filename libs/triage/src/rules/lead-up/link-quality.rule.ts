import type { Rule } from '../rule.js';
import { chorusAbout, chorusClaims } from './chorus.js';

export const leadUpLinkQuality: Rule = {
  id: 'lead-up/link-quality',
  doc: 'Requests were spoiled on their way before the stop: bus resets, parity and checksum errors, aborted commands, a disk that was not selected.',
  source:
    'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c (SRB_STATUS_BUS_RESET, PARITY_ERROR, SELECTION_TIMEOUT; SCSI_SENSE_ABORTED_COMMAND)',
  weight: 4,
  monotone: ['more-events', 'closer-events'],
  test: (facts) =>
    chorusClaims(facts, chorusAbout(facts, 'passing', 'link'), {
      shares: { link: 4, controller: 1 },
      half: 1,
      noun: ['request that got lost or damaged', 'requests that got lost or damaged'],
      reading: 'resets, checksums and a missing answer at that place speak of the link',
    }),
};
