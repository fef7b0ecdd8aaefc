import { rest } from '@inpage/contracts';
import type { ErrorCode } from '@inpage/core';
import { json, type Route } from '../routes/route.js';
import { REMARK_EXAMPLES } from './remark-examples.js';
import { REMARK_KINDS, type RemarkKind } from './remark-kinds.js';

const TAG = 'Remarks';
const PLACES: Record<RemarkKind, { path: string; noun: string; id: string }> = {
  group: {
    path: '/api/v1/groups/:id',
    noun: 'group',
    id: 'Remarks on a group that is no more, because its crashes all moved elsewhere, are still found under its id.',
  },
  crash: {
    path: '/api/v1/crashes/:id',
    noun: 'crash',
    id: 'The id is that of the crash or of any record that speaks of it. Remarks stay with the crash when its id changes.',
  },
};

/** Five routes that a group and a crash have alike. */
function routesOf(kind: RemarkKind) {
  const { path, noun, id } = PLACES[kind];
  const missing: readonly ErrorCode[] = [REMARK_KINDS[kind].missing];
  const { comment, commentsPage, commentRequest, answer, answersPage, answerRequest } = REMARK_EXAMPLES[kind];
  const list = { method: 'GET', tag: TAG, access: 'reader', params: rest.idParams, query: rest.pageQuery } as const;
  const change = { tag: TAG, access: 'person', params: rest.idParams, refusals: missing } as const;
  return {
    listComments: {
      ...list,
      path: `${path}/comments`,
      summary: `Comments on a ${noun}, newest first`,
      description: id,
      answer: { status: 200, means: 'One page of comments', schema: rest.commentsPage, example: commentsPage },
      refusals: [...missing, 'cursor-invalid'],
    },
    addComment: {
      ...change,
      method: 'POST',
      path: `${path}/comments`,
      summary: `Write a comment on a ${noun}`,
      body: json(rest.commentRequest, commentRequest),
      answer: { status: 201, means: 'The comment', schema: rest.comment, example: comment },
    },
    listAnswers: {
      ...list,
      path: `${path}/answers`,
      summary: `Answers to “was this right?” about a ${noun}, newest first`,
      description: `\`current\` is the one that counts. ${id}`,
      answer: { status: 200, means: 'One page of answers', schema: rest.answersPage, example: answersPage },
      refusals: [...missing, 'cursor-invalid'],
    },
    giveAnswer: {
      ...change,
      method: 'PUT',
      path: `${path}/answer`,
      summary: `Say whether the verdict on a ${noun} was right`,
      description: 'Takes the place of the answer before it, which is kept. The same answer sent twice is kept once.',
      body: json(rest.answerRequest, answerRequest),
      answer: { status: 200, means: 'The answer', schema: rest.answer, example: answer },
    },
    withdrawAnswer: {
      ...change,
      method: 'DELETE',
      path: `${path}/answer`,
      summary: `Withdraw the answer about a ${noun}`,
      description: 'Nothing is deleted: that it was withdrawn, by whom and when, is kept too.',
      answer: { status: 204, means: 'No answer counts any more' },
    },
  } as const satisfies Record<string, Route>;
}

const group = routesOf('group');
const crash = routesOf('crash');

/** Comments on groups and crashes, and answers to "was this right?". Writing needs a person: a remark without a name is worth little. */
export const REMARK_ROUTES = {
  listGroupComments: group.listComments,
  addGroupComment: group.addComment,
  listGroupAnswers: group.listAnswers,
  answerGroup: group.giveAnswer,
  withdrawGroupAnswer: group.withdrawAnswer,
  listCrashComments: crash.listComments,
  addCrashComment: crash.addComment,
  listCrashAnswers: crash.listAnswers,
  answerCrash: crash.giveAnswer,
  withdrawCrashAnswer: crash.withdrawAnswer,
  changeComment: {
    method: 'PATCH',
    path: '/api/v1/comments/:id',
    tag: TAG,
    access: 'person',
    summary: 'Edit one’s own comment, or bring it back',
    description: 'Former texts are kept.',
    params: rest.idParams,
    body: json(rest.commentChange, REMARK_EXAMPLES.group.commentRequest),
    answer: { status: 200, means: 'The comment', schema: rest.comment, example: REMARK_EXAMPLES.group.comment },
    refusals: ['comment-not-found', 'comment-not-yours', 'comment-removed'],
  },
  removeComment: {
    method: 'DELETE',
    path: '/api/v1/comments/:id',
    tag: TAG,
    access: 'person',
    summary: 'Remove one’s own comment',
    description: 'It is hidden, and can be brought back. Removing one that is removed already changes nothing.',
    params: rest.idParams,
    answer: { status: 204, means: 'It is removed' },
    refusals: ['comment-not-found', 'comment-not-yours'],
  },
} as const satisfies Record<string, Route>;
