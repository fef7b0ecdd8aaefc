import type { RateGroup, RateOutcome } from '../api/types.js';
import { count } from '../format/number.js';
import { strings } from '../strings.js';

const said = strings.rates;
const fine = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
const coarse = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A rate per disk-year as a percentage: 0.0098 -> 0.98%, 0.1245 -> 12.5%. */
export const yearly = (rate: number): string => (rate < 0.1 ? fine : coarse).format(rate);

/** What a group is called: a firmware with its model, a driver, a machine model. */
export const nameOf = ({ model, value }: Pick<RateGroup, 'model' | 'value'>): string =>
  [model, value].filter(Boolean).join(', ');

/** What may be concluded of a group, as a sentence. */
export function standingOf(outcome: RateOutcome): string {
  if (outcome.kind === 'rate') return said.standing[outcome.standing];
  const missing = [
    outcome.missingDisks > 0 && said.missingDisks(count(outcome.missingDisks)),
    outcome.missingDiskDays > 0 && said.missingDays(count(outcome.missingDiskDays)),
  ];
  return said.notEnough(missing.filter((part) => part !== false).join(` ${said.and} `));
}
