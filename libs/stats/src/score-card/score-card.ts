import { refuseUnless } from '../numeric/refuse-unless.js';
import { type ShareAnswer, shareOf, tally } from '../rates/share-of.js';
import { type MedianAnswer, medianOf } from './median.js';

/** How the findings of one kind and month ended. */
export interface Outcomes {
  readonly confirmed: number;
  readonly refuted: number;
  /** Faults that became certain without a finding before. */
  readonly missed: number;
  /** Per confirmed finding: days from its opening to the event that made the fault certain. */
  readonly leadDays: readonly number[];
}

export interface ScoreCard {
  /** Confirmed among all that were decided. */
  readonly precision: ShareAnswer;
  /** Found before among all faults that became certain. */
  readonly recall: ShareAnswer;
  readonly lead: MedianAnswer;
}

const share = (hits: number, others: number): ShareAnswer => {
  const counted = tally(hits, hits + others);
  refuseUnless(counted.ok && others >= 0, 'a score card counts findings', hits, others);
  return shareOf(counted.value);
};

/**
 * Our own advice, judged like any other share: exact intervals, and "no cases" where nothing was decided yet.
 * @throws RangeError for counts that are none, and lead times that are not numbers.
 */
export const scoreCard = ({ confirmed, refuted, missed, leadDays }: Outcomes): ScoreCard => ({
  precision: share(confirmed, refuted),
  recall: share(confirmed, missed),
  lead: medianOf(leadDays),
});
