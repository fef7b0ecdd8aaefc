import { canBeUnplugged } from '../../disk/can-be-unplugged.js';
import type { CrashFacts } from '../../verdict.js';
import { recentUpdate } from '../driver-update.js';
import { claim, type Claim, type Rule } from '../rule.js';
import { failedWith, STATUS_NO_SUCH_DEVICE, statusOf } from '../recorded-status.js';
import { behindVirtualLayer } from '../virtual-layer.js';

/** A disk that drops off an internal bus is often a dying one; one on a plug is not for that reason. */
const mayBeDying = (facts: CrashFacts): Claim[] =>
  canBeUnplugged(facts.disk) || behindVirtualLayer(facts)
    ? []
    : [claim('media', 1, 'A disk that drops off an internal bus may be a dying disk.')];

/** Right after a change of its driver the status tells that the disk was gone, and no longer why; disk/driver-update says the rest. */
const AFTER_UPDATE = 0.5;

export const statusDeviceGone: Rule = {
  id: 'status/device-gone',
  doc: 'The status says that the disk was no longer there: unplugged, without power, or dropped off its bus.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x7a--kernel-data-inpage-error; https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c (SRB_STATUS_NO_DEVICE, NO_HBA)',
  weight: 6,
  test(facts) {
    const status = statusOf(facts, 'device-gone');
    if (status === undefined) return [];
    const afterUpdate = recentUpdate(facts)?.justBefore === true;
    const weight = status.weight * (afterUpdate ? AFTER_UPDATE : 1);
    const gone = claim('device-gone', weight, `${failedWith(facts, status.entry)}: the disk was not there.`);
    if (afterUpdate) return [gone];
    return status.entry.code === STATUS_NO_SUCH_DEVICE ? [gone, ...mayBeDying(facts)] : [gone];
  },
};
