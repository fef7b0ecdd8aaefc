import { statusClass } from '../recorded-status.js';
import type { Rule } from '../rule.js';
import { chorusClaims, hear, worthAbout } from './chorus.js';

/** Heard also where the status of the stop says that no disk was asked: it says the same. */
export const leadUpResources: Rule = {
  id: 'lead-up/resources',
  doc: 'Requests failed for want of memory before the stop, as disk 51 with STATUS_INSUFFICIENT_RESOURCES tells.',
  source:
    'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/retry.c (requests that fail so are retried in small pieces)',
  weight: 3,
  monotone: ['more-events', 'closer-events'],
  test(facts) {
    const { decode, leadUp = [] } = facts;
    if (!decode.statusNotRecorded && statusClass(facts) !== 'resources') return [];
    return chorusClaims(facts, hear(leadUp, 'passing', worthAbout('resources')), {
      shares: { resources: 3 },
      half: 0.5,
      noun: ['request without memory', 'requests without memory'],
      reading: 'something the request needed was used up before a disk was asked',
    });
  },
};
