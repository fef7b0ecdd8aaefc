import { busName, isPluggableBus } from '../../disk/bus-type.js';
import { canBeUnplugged } from '../../disk/can-be-unplugged.js';
import type { DiskFacts } from '../../verdict.js';
import { claim, type Rule } from '../rule.js';
import { statusClass } from '../recorded-status.js';

const howAttached = ({ busType, bridged }: DiskFacts): string => {
  if (isPluggableBus(busType)) return `attached over ${busName(busType)}`;
  return bridged ? 'behind a bridge chip' : 'removable';
};

export const diskUnplugged: Rule = {
  id: 'disk/unplugged',
  doc: 'The disk hangs on a plug, and a paging file or system file on it was out of reach: it was pulled out or lost its contact.',
  source:
    'Our inference: Windows puts no paging file on removable disks by itself, and the SRB status of a pulled disk is NO_DEVICE or SELECTION_TIMEOUT',
  weight: 4,
  test(facts) {
    const { disk, decode } = facts;
    if (!canBeUnplugged(disk)) return [];
    const held = disk.holdsPageFile ? ' and holds a paging file' : '';
    const because = `The disk is ${howAttached(disk)}${held}, so it can be pulled out or lose its contact.`;
    const cause = statusClass(facts);
    if (cause === 'device-gone') return [claim('device-gone', 4, because)];
    const leftOpen = cause === 'link' || (decode.statusNotRecorded && decode.family === 'inpage');
    return leftOpen ? [claim('device-gone', 2, because)] : [];
  },
};
