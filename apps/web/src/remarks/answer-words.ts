import type { Answer, Cause } from '../api/types.js';
import { percent } from '../format/number.js';
import { strings } from '../strings.js';

const said = strings.remarks;

/** What an answer says, after "Alice says:". */
export function wordsOf({ right, cause }: Pick<Answer, 'right' | 'cause'>): string {
  if (right === 'wrong') return cause === null ? said.wrong : said.itWas[cause];
  return right === 'confirmed' ? said.right : said.withdrew;
}

/**
 * What the verdict said when it was answered, and what has become of it since: an answer outlives the verdict it speaks of. Nothing
 * where a confirmed verdict is still the same.
 */
export function sinceThen(
  { right, cause, said: then }: Pick<Answer, 'right' | 'cause' | 'said'>,
  now: Cause,
): string[] {
  const label = (of: Cause) => strings.causes[of].label;
  const wasSaid = said.saidThen(label(then.cause), percent(then.confidence));
  if (then.cause === now) return right === 'wrong' ? [wasSaid] : [];
  return [wasSaid, right === 'wrong' && cause === now ? said.agreesNow : said.changedSince(label(now))];
}
