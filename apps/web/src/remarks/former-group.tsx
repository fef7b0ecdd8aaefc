import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { PageHead } from '../ui/page-head.js';
import { Loading, NotFound } from '../ui/states.js';
import { Comments } from './comments.js';
import { GivenAnswer } from './given-answer.js';

const said = strings.remarks;

/** The page of a group whose crashes all moved elsewhere: what people said of it, if anybody did. */
export function FormerGroup({ id }: { id: string }) {
  const about = { kind: 'group', id } as const;
  const answers = useQuery(queries.answers(about));
  const comments = useInfiniteQuery(queries.comments(about));
  const remarks = [...(answers.data?.items ?? []), ...(comments.data?.pages[0]?.items ?? [])];
  const title = remarks[0]?.about.title;
  if (title === undefined) return answers.isPending || comments.isPending ? <Loading /> : <NotFound />;
  return (
    <>
      <PageHead
        title={title}
        parent={{ label: strings.groups.heading, href: paths.groups() }}
        lead={said.formerGroup}
      />
      <div className="page-body">
        {answers.data && answers.data.items.length > 0 && (
          <Card title={said.question}>
            <ol className="answer-list">
              {answers.data.items.map((answer) => (
                <li key={answer.id}>
                  <GivenAnswer answer={answer} />
                </li>
              ))}
            </ol>
          </Card>
        )}
        <Comments about={about} closed />
      </div>
    </>
  );
}
