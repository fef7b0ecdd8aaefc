import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { About, Comment } from '../api/types.js';
import { strings } from '../strings.js';
import { Problem } from './part-loaded.js';
import { useChangeComment } from './use-remarks.js';

const said = strings.remarks;

interface RemovedCommentProps {
  readonly about: About;
  readonly comment: Comment;
  readonly onBack: (comment: Comment) => void;
}

/** In the place of a comment that was removed a moment ago: the way back, under the finger that removed it. */
export function RemovedComment({ about, comment, onBack }: RemovedCommentProps) {
  const restore = useChangeComment(about);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="comment comment-removed">
      <p className="comment-head">
        <span role="status">{said.removed}</span>
        <Button
          ref={undo}
          size="compact-sm"
          variant="default"
          loading={restore.isPending}
          onClick={() => restore.mutate({ id: comment.id, removed: false }, { onSuccess: () => onBack(comment) })}
        >
          {said.undo}
        </Button>
      </p>
      <Problem error={restore.error} />
    </div>
  );
}
