import { noAnswer } from '../no-answer.js';
import { shareClaims } from '../lead-up/chorus.js';
import { howLong } from '../../explain/amounts.js';
import type { Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';
import { heardHistory } from './request-histories.js';

/** A healthy disk answers within milliseconds; the slowest spin-up takes some seconds. */
const LONG_MS = 5_000;
/** From here on the timeouts of Windows begin to fire (20 to 60 seconds), and nothing but a hang explains it. */
const VERY_LONG_MS = 20_000;

export const dumpOutstandingRequests: Rule = {
  id: 'dump/outstanding-requests',
  doc: 'StorPort still waited for an answer, for many seconds, when the machine stopped: disk, link or controller had hung.',
  source: 'DEVICEDUMP_STORAGESTACK_PUBLIC_DUMP in ntddstor.h in the Windows SDK; our inference for the two limits',
  weight: 4,
  test(facts) {
    const heard = heardHistory(facts);
    const ageMs = heard?.history.oldestOutstandingMs ?? 0;
    if (heard === undefined || heard.history.outstanding.length === 0 || ageMs < LONG_MS) return [];
    const strength = heard.share * (ageMs >= VERY_LONG_MS ? 1 : 0.5);
    const count = heard.history.outstanding.length;
    const requests = count === 1 ? 'One request' : `${count} requests`;
    const because = `${requests} ${heard.whose} had not been answered when the machine stopped, the oldest for ${howLong(ageMs / 1000)}.`;
    return shareClaims(facts, behindVirtualLayer(facts) ? { virtual: 4 } : noAnswer(facts), strength, because);
  },
};
