import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { About, Comment } from '../api/types.js';
import { ago, exactMoment } from '../format/time.js';
import { strings } from '../strings.js';
import { Moment } from '../ui/moment.js';
import { CommentForm } from './comment-form.js';
import { LinkedText } from './linked-text.js';
import { Problem } from './part-loaded.js';
import { useChangeComment, useRemoveComment } from './use-remarks.js';

const said = strings.remarks;

interface CommentItemProps {
  readonly about: About;
  readonly comment: Comment;
  readonly mine: boolean;
  readonly onRemoved: (comment: Comment) => void;
}

/** One comment; its author edits and removes it. */
export function CommentItem({ about, comment, mine, onRemoved }: CommentItemProps) {
  const [editing, setEditing] = useState(false);
  const change = useChangeComment(about);
  const remove = useRemoveComment(about);
  const editButton = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);
  useEffect(() => {
    if (!editing && edited.current) editButton.current?.focus();
    edited.current = editing;
  }, [editing]);
  const close = () => {
    setEditing(false);
    change.reset();
  };
  return (
    <article className="comment">
      <p className="comment-head">
        <strong>{comment.author.name}</strong>
        <span className="quiet">
          <Moment at={comment.writtenAt} />
          {comment.editedAt !== null && (
            <>
              {' · '}
              <span title={exactMoment(comment.editedAt)}>{said.edited}</span>
            </>
          )}
        </span>
        {mine && !editing && (
          <span className="comment-actions">
            <Button
              ref={editButton}
              size="compact-xs"
              variant="subtle"
              aria-label={said.editOf(ago(comment.writtenAt))}
              onClick={() => setEditing(true)}
            >
              {said.edit}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={said.removeOf(ago(comment.writtenAt))}
              loading={remove.isPending}
              onClick={() => remove.mutate(comment.id, { onSuccess: () => onRemoved(comment) })}
            >
              {said.remove}
            </Button>
          </span>
        )}
      </p>
      {editing ? (
        <CommentForm
          label={said.editing}
          submit={said.save}
          text={comment.text}
          pending={change.isPending}
          error={change.error}
          onSend={(text) => change.mutate({ id: comment.id, text }, { onSuccess: close })}
          onCancel={close}
        />
      ) : (
        <LinkedText text={comment.text} />
      )}
      <Problem error={remove.error} />
    </article>
  );
}
