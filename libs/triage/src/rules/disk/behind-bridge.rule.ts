import { claim, type Rule } from '../rule.js';
import { statusClass } from '../recorded-status.js';

export const diskBehindBridge: Rule = {
  id: 'disk/behind-bridge',
  doc: 'A bridge chip and its cable stand between Windows and the disk, one more link that can fail.',
  source: 'Our inference, because a bridge adds a plug, a cable and a firmware of its own',
  weight: 1,
  test(facts) {
    const cause = statusClass(facts);
    if (!facts.disk?.bridged || (cause !== 'link' && cause !== 'controller')) return [];
    return [claim('link', 1, 'A bridge chip with its own cable and firmware stands between Windows and the disk.')];
  },
};
