import { err, ok, type ErrorCode, type Result } from '@inpage/core';

/** What a person wants of a comment; what is absent stays as it is. */
export interface CommentChange {
  readonly text?: string;
  readonly removed?: boolean;
}

/** A comment as far as a change looks at it. */
export interface CommentState {
  readonly authorId: string;
  readonly text: string;
  readonly removed: boolean;
}

export type ChangeRefusal = Extract<ErrorCode, 'comment-not-found' | 'comment-not-yours' | 'comment-removed'>;

/** One step of a comment's history. */
export type ChangeStep = 'edited' | 'removed' | 'restored';

export interface DecidedChange {
  readonly text: string;
  readonly removed: boolean;
  /** Empty when the comment is already as wanted: asking twice changes nothing. */
  readonly steps: readonly ChangeStep[];
}

/**
 * Only the author changes a comment. A removed one can be brought back, alone or together with a new text, but its text is not
 * changed where nobody sees it.
 */
export function decideChange(
  comment: CommentState | undefined,
  person: string,
  change: CommentChange,
): Result<DecidedChange, ChangeRefusal> {
  if (comment === undefined) return err('comment-not-found');
  if (comment.authorId !== person) return err('comment-not-yours');
  const removed = change.removed ?? comment.removed;
  const text = change.text ?? comment.text;
  if (removed && text !== comment.text) return err('comment-removed');
  const steps: ChangeStep[] = [];
  if (removed !== comment.removed) steps.push(removed ? 'removed' : 'restored');
  if (text !== comment.text) steps.push('edited');
  return ok({ text, removed, steps });
}
