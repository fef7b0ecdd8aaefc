import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api/queries.js';
import type { About, Comment } from '../api/types.js';
import { strings } from '../strings.js';
import { Card } from '../ui/card.js';
import { CommentForm } from './comment-form.js';
import { CommentItem } from './comment-item.js';
import { PartLoaded } from './part-loaded.js';
import { RemovedComment } from './removed-comment.js';
import { useAddComment } from './use-remarks.js';

const said = strings.remarks;

/** What people wrote about a group or a crash, newest first. `closed`: there is nothing to write about any more. */
export function Comments({ about, closed = false }: { about: About; closed?: boolean }) {
  const query = useInfiniteQuery(queries.comments(about));
  const [announced, setAnnounced] = useState('');
  return (
    <Card title={said.comments} className="comments">
      {!closed && <NewComment about={about} onAdded={() => setAnnounced(said.commentAdded)} />}
      <p className="visually-hidden" role="status">
        {announced}
      </p>
      <PartLoaded query={query}>
        {({ pages }) => <List about={about} comments={pages.flatMap(({ items }) => items)} onBack={setAnnounced} />}
      </PartLoaded>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {said.older}
        </Button>
      )}
    </Card>
  );
}

function NewComment({ about, onAdded }: { about: About; onAdded: () => void }) {
  const add = useAddComment(about);
  const send = (text: string, done: () => void) =>
    add.mutate(text, {
      onSuccess: () => {
        done();
        onAdded();
      },
    });
  return (
    <CommentForm
      label={said.write}
      hint={said.writeHint}
      submit={said.send}
      pending={add.isPending}
      error={add.error}
      onSend={send}
    />
  );
}

interface ListProps {
  readonly about: About;
  readonly comments: readonly Comment[];
  readonly onBack: (announced: string) => void;
}

const newestFirst = (a: Comment, b: Comment) => b.writtenAt.localeCompare(a.writtenAt);

/** Comments that were removed here keep their place until the page is left, so that removing can be undone. */
function List({ about, comments, onBack }: ListProps) {
  const { data: session } = useQuery(queries.session());
  const [removed, setRemoved] = useState<readonly Comment[]>([]);
  const isRemoved = new Set(removed.map(({ id }) => id));
  const shown = [...comments.filter(({ id }) => !isRemoved.has(id)), ...removed].sort(newestFirst);
  const bringBack = (comment: Comment) => {
    setRemoved(removed.filter(({ id }) => id !== comment.id));
    onBack(said.commentBack);
  };
  if (shown.length === 0) return <p className="quiet">{said.empty}</p>;
  return (
    <ol className="comment-list">
      {shown.map((comment) => (
        <li key={comment.id}>
          {isRemoved.has(comment.id) ? (
            <RemovedComment about={about} comment={comment} onBack={bringBack} />
          ) : (
            <CommentItem
              about={about}
              comment={comment}
              mine={session?.user.id === comment.author.id}
              onRemoved={() => setRemoved([...removed, comment])}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
