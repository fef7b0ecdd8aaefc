import { miniportOf } from '../../stack/storage-drivers.js';
import { recordedStatus, STATUS_IO_DEVICE_ERROR } from '../recorded-status.js';
import { claim, type Rule } from '../rule.js';
import { behindVirtualLayer } from '../virtual-layer.js';

/** Intel and AMD drive the ports of the chipset in RAID mode, for single disks as well; those are no adapters. */
const CHIPSET = new Set(['Intel', 'AMD']);

export const diskBehindRaid: Rule = {
  id: 'disk/behind-raid',
  doc: 'STATUS_IO_DEVICE_ERROR through a RAID adapter is as often its firmware as a cable.',
  source: 'https://github.com/jeffpar/kbarchive/blob/master/txt/137/Q137967.TXT (cured by new firmware of the adapter)',
  weight: 1.5,
  test(facts) {
    const miniport = miniportOf(facts.driverStack);
    const isAdapter = miniport?.kind === 'raid' && !CHIPSET.has(miniport.maker);
    if (!isAdapter || behindVirtualLayer(facts) || recordedStatus(facts)?.code !== STATUS_IO_DEVICE_ERROR) return [];
    const because = `The disk hangs on a RAID adapter (${miniport.name}), whose firmware has failed like this before.`;
    return [claim('controller', 1.5, because)];
  },
};
