import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { About } from '../api/types.js';
import { strings } from '../strings.js';
import { glyphs, Icon } from '../ui/icon.js';
import { wordsOf } from './answer-words.js';

const said = strings.remarks;

/** Beside the verdict: what a person says of it. Nothing while nobody said anything. */
export function AnswerBadge({ about }: { about: About }) {
  const { data } = useQuery(queries.answers(about));
  const answer = data?.current;
  if (!answer) return null;
  const wrong = answer.right === 'wrong';
  return (
    <span className={`answer-badge answer-badge-${answer.right}`}>
      <Icon path={wrong ? glyphs.close : glyphs.check} size={14} />
      <span>
        {wrong ? `${said.says(answer.author.name)} ${wordsOf(answer)}` : said.confirmedBy(answer.author.name)}
      </span>
    </span>
  );
}
