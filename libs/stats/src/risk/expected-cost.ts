import { refuseUnless } from '../numeric/refuse-unless.js';

/** In one currency, whichever. */
export interface Costs {
  /** What one more stop costs: the user's time, the help desk, the data at risk. */
  readonly stop: number;
  /** What replacing the disk costs now, part and work. */
  readonly replacement: number;
  /** The share of further stops that a new disk prevents, 0 … 1: below 1 because the fault may be elsewhere. */
  readonly prevents: number;
}

export interface CostOutlook {
  /** What is expected to be lost if nothing is done. */
  readonly ifLeft: number;
  /** What replacing now is expected to save; negative when waiting is cheaper. */
  readonly gain: number;
}

/** @throws RangeError unless the chance is 0 … 1, `prevents` likewise, and no cost negative. */
export function expectedCost(chance: number, { stop, replacement, prevents }: Costs): CostOutlook {
  const shares = [chance, prevents].every((share) => share >= 0 && share <= 1);
  refuseUnless(
    shares && stop >= 0 && replacement >= 0,
    'costs need shares from 0 to 1',
    chance,
    prevents,
    stop,
    replacement,
  );
  const ifLeft = chance * stop;
  return { ifLeft, gain: ifLeft * prevents - replacement };
}

/** The disks whose replacement saves most, first. */
export function rankByGain<T>(
  disks: readonly T[],
  outlookOf: (disk: T) => CostOutlook,
): { readonly disk: T; readonly outlook: CostOutlook }[] {
  return disks
    .map((disk) => ({ disk, outlook: outlookOf(disk) }))
    .sort((a, b) => b.outlook.gain - a.outlook.gain || b.outlook.ifLeft - a.outlook.ifLeft);
}
