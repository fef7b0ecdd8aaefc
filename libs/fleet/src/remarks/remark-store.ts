import type { CauseClass } from '@inpage/codes';
import type { CommentChange, ChangeRefusal } from './change-comment.js';

/**
 * What a remark is about. A crash is named by the record whose id it has at the moment: the id of a crash may become that of
 * another record, but a record stays what it is, and leads to its crash for ever.
 */
export type RemarkSubject =
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'crash'; readonly machineId: string; readonly recordId: string };

/** The subject in the words of the day, kept with the remark: a group may vanish in a replay. */
export interface SubjectInWords {
  readonly title: string;
  readonly family: string;
  readonly status: number | null;
  readonly model: string | null;
}

export interface NewComment {
  readonly subject: RemarkSubject;
  readonly words: SubjectInWords;
  /** Id of the person; the name is looked up and kept as it is now. */
  readonly author: string;
  readonly text: string;
}

/** One answer to "was this right?", with what the verdict said then. */
export interface NewAnswer {
  readonly subject: RemarkSubject;
  readonly words: SubjectInWords;
  readonly author: string;
  readonly right: 'confirmed' | 'wrong' | 'withdrawn';
  /** What it was instead, where that is known. */
  readonly cause: CauseClass | null;
  readonly note: string | null;
  readonly said: { readonly cause: CauseClass; readonly confidence: number; readonly triageVersion: number };
}

/** Comments and answers. Answers are only ever added; of comments every former text is kept. */
export abstract class RemarkStore {
  /** The id of the new comment; undefined when there is no such person. */
  abstract addComment(comment: NewComment): Promise<string | undefined>;
  /** Changes a comment as `decideChange` allows, or tells why not. */
  abstract changeComment(id: string, author: string, change: CommentChange): Promise<ChangeRefusal | undefined>;
  /** The id of the new answer; undefined when there is no such person. */
  abstract addAnswer(answer: NewAnswer): Promise<string | undefined>;
}
