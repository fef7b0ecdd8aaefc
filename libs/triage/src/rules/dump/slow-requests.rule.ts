import { shareClaims } from '../lead-up/chorus.js';
import { howLong } from '../../explain/amounts.js';
import type { Rule } from '../rule.js';
import { heardHistory } from './request-histories.js';

/** A disk that reads a weak sector again and again takes seconds and then answers; a healthy one takes milliseconds. */
const SLOW_MS = 5_000;

export const dumpSlowRequests: Rule = {
  id: 'dump/slow-requests',
  doc: 'The slowest request that StorPort remembers took many seconds, as it does while a disk struggles with a sector or its link.',
  source: 'Our inference, because drives repeat a failing read for seconds before they give it up or succeed',
  weight: 1.5,
  test(facts) {
    const heard = heardHistory(facts);
    const slowestMs = heard?.history.slowestMs ?? 0;
    if (heard === undefined || slowestMs < SLOW_MS) return [];
    const because = `The slowest request ${heard.whose} that was answered took ${howLong(slowestMs / 1000)}.`;
    return shareClaims(facts, { media: 1.5, link: 1, controller: 1 }, heard.share, because);
  },
};
