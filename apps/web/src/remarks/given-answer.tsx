import type { Answer, Cause } from '../api/types.js';
import { strings } from '../strings.js';
import { CauseBadge } from '../ui/cause-badge.js';
import { Moment } from '../ui/moment.js';
import { sinceThen, wordsOf } from './answer-words.js';
import { LinkedText } from './linked-text.js';

const said = strings.remarks;

/** One answer, in a sentence: who, what, when, why; with what the verdict is `now`, also what has become of it since. */
export function GivenAnswer({ answer, now }: { answer: Answer; now?: Cause }) {
  const since = now === undefined ? [] : sinceThen(answer, now);
  return (
    <div className="given-answer">
      <p className="given-answer-line">
        <span>
          <strong>{said.says(answer.author.name)}</strong> {wordsOf(answer)}.
        </span>
        {answer.cause !== null && <CauseBadge cause={answer.cause} />}
        <span className="quiet">
          <Moment at={answer.answeredAt} />
        </span>
      </p>
      {answer.note !== null && <LinkedText text={answer.note} />}
      {since.length > 0 && <p className="quiet small">{since.join(' ')}</p>}
    </div>
  );
}
