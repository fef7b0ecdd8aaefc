import { bearing, diskStops } from '../disk-story.js';
import { saturated, shareClaims } from '../lead-up/chorus.js';
import type { Shares } from '../no-answer.js';
import { statusClass } from '../recorded-status.js';
import type { Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';

/** Bad blocks on two disks of one machine happen; that two links break or two disks leave needs something shared. */
const SHARED_BY_ALL: Shares = { controller: 3, link: 2 };
const SHARED_PERHAPS: Shares = { controller: 1.5, link: 1 };

export const kinSeveralDisks: Rule = {
  id: 'kin/several-disks',
  doc: 'Different disks of one machine stopped it with statuses of one class within 30 days, which points at link, controller or power, not at a disk.',
  source: 'https://github.com/jeffpar/kbarchive/blob/master/txt/137/Q137967.TXT; our inference for power',
  weight: 3,
  monotone: ['more-kin'],
  test(facts) {
    const cause = statusClass(facts);
    if (cause === undefined || bearing(facts.decode) !== 'speaks') return [];
    const others = diskStops(facts).filter(({ kin, cause: said }) => kin.disk === 'another-disk' && said === cause);
    if (others.length === 0) return [];
    const shares = cause === 'media' ? SHARED_PERHAPS : SHARED_BY_ALL;
    const stops = others.length === 1 ? 'One stop' : `${others.length} stops`;
    const because = `${stops} of this machine within 30 days had a status of the same class on another disk; link, controller and power are what the disks share.`;
    return shareClaims(
      facts,
      behindVirtualLayer(facts) ? { virtual: 3 } : shares,
      saturated(others.length, 0.5),
      because,
      others.map(({ kin }) => kin.crashId),
    );
  },
};
