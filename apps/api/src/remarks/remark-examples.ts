import type { rest } from '@inpage/contracts';
import type { z } from 'zod';
import { EXAMPLES } from '../routes/examples.js';
import type { RemarkKind } from './remark-kinds.js';

type Of<S extends z.ZodType> = z.output<S>;

const { title } = EXAMPLES.crash;
const author = { id: 'Wq3eT8bN', name: 'Administrator' };
const text = 'Third PC with firmware 1B2QEXM7 this week.\nTicket: https://tickets.example/4711';
const note = 'Gone since the firmware was updated.';
const asOf = '2026-11-22T08:00:00.000Z';

/** Alice's story goes on: it was the firmware. */
function examplesOf(about: Of<typeof rest.remarkAbout>) {
  const comment: Of<typeof rest.comment> = {
    id: 'c033e17a-1b2c-4d3e-8f40-5a6b7c8d9e0f',
    about,
    author,
    writtenAt: '2026-11-22T07:40:00.000Z',
    editedAt: null,
    text,
  };
  const answer: Of<typeof rest.answer> = {
    id: 'a25e3a11-2c3d-4e4f-9051-6b7c8d9e0f1a',
    about,
    right: 'wrong',
    cause: 'controller',
    note,
    author,
    answeredAt: '2026-11-22T07:41:30.000Z',
    said: { cause: 'link', confidence: 0.7, triageVersion: 1 },
  };
  const page = { nextCursor: null, asOf };
  const answerRequest: Of<typeof rest.answerRequest> = { right: 'wrong', cause: 'controller', note };
  return {
    comment,
    commentsPage: { items: [comment], ...page },
    commentRequest: { text },
    answer,
    answersPage: { items: [answer], current: answer, ...page },
    answerRequest,
  };
}

export const REMARK_EXAMPLES = {
  group: examplesOf({ kind: 'group', id: EXAMPLES.group.id, title }),
  crash: examplesOf({ kind: 'crash', id: EXAMPLES.crash.id, title }),
} satisfies Record<RemarkKind, unknown>;
