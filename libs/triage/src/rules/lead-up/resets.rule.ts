import { noAnswer } from '../no-answer.js';
import type { Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';
import { chorusAbout, chorusClaims } from './chorus.js';

/** Behind a virtual layer the host did not answer; disk/virtual-stall says so. */
export const leadUpResets: Rule = {
  id: 'lead-up/resets',
  doc: 'The disk did not answer in time before the stop: resets (129), retries (153), timeouts and slow requests.',
  source:
    'https://learn.microsoft.com/archive/blogs/ntdebugging/understanding-storage-timeouts-and-event-129-errors; https://learn.microsoft.com/archive/blogs/ntdebugging/interpreting-event-153-errors',
  weight: 4,
  monotone: ['more-events', 'closer-events'],
  test: (facts) =>
    behindVirtualLayer(facts)
      ? []
      : chorusClaims(facts, chorusAbout(facts, 'passing', 'timeout'), {
          shares: noAnswer(facts),
          half: 1,
          noun: ['reset, retry or timeout', 'resets, retries and timeouts'],
          reading: 'the disk, its link or its controller did not answer in time',
        }),
};
