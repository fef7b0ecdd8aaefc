import type { CauseClass } from '@inpage/codes';
import { BUS_NVME } from '../disk/bus-type.js';
import { canBeUnplugged } from '../disk/can-be-unplugged.js';
import { miniportOf } from '../stack/storage-drivers.js';
import type { CrashFacts } from '../verdict.js';

/** Weight per cause. */
export type Shares = Readonly<Partial<Record<CauseClass, number>>>;

export const isNvme = ({ disk, driverStack }: Pick<CrashFacts, 'disk' | 'driverStack'>): boolean =>
  disk?.busType === BUS_NVME || (disk?.busType === undefined && miniportOf(driverStack)?.kind === 'nvme');

const ON_NVME: Shares = { controller: 4, link: 2 };
const ON_PLUG: Shares = { link: 4, controller: 2, 'device-gone': 1 };
const ON_CABLE: Shares = { link: 4, controller: 2.5 };

/**
 * Whom a request without an answer points at. An NVMe disk has no cable, and brings its controller along; for the others the
 * way to the disk comes first, as in the rule for the status of a timeout.
 */
export function noAnswer(facts: CrashFacts): Shares {
  if (isNvme(facts)) return ON_NVME;
  return canBeUnplugged(facts.disk) ? ON_PLUG : ON_CABLE;
}
