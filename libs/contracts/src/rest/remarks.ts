import { z } from 'zod';
import { cause } from './shapes.js';

/** Longest texts, in UTF-16 units as browsers count them. */
export const REMARK_LIMITS = { textChars: 10_000, noteChars: 2_000 } as const;

const time = z.iso.datetime();

/** A text as people type it: no white space around it, and one way to end a line. */
const written = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(most);

/** Who said it: the name is that of the day on which it was said. */
export const author = z.object({ id: z.string(), name: z.string() });

export const remarkAbout = z.object({
  kind: z.enum(['group', 'crash']),
  id: z.uuid().describe('Of the group, or of the record whose id the crash had then: it leads to the crash for ever'),
  title: z.string().describe('What it was about when it was said: stop, status, model'),
});

export const comment = z.object({
  id: z.uuid(),
  about: remarkAbout,
  author,
  writtenAt: time,
  editedAt: time.nullable(),
  text: z.string().describe('Plain text with line breaks'),
});

export const commentRequest = z.object({ text: written(REMARK_LIMITS.textChars) }).strict();
export const commentChange = z
  .object({
    text: written(REMARK_LIMITS.textChars).optional(),
    removed: z.literal(false).optional().describe('Brings a removed comment back'),
  })
  .strict()
  .refine(({ text, removed }) => text !== undefined || removed !== undefined, 'nothing is to be changed.');

export const answer = z.object({
  id: z.uuid(),
  about: remarkAbout,
  right: z
    .enum(['confirmed', 'wrong', 'withdrawn'])
    .describe('Whether the verdict was right; withdrawn takes back the answers before it'),
  cause: cause.nullable().describe('What it was instead; null when that is not known'),
  note: z.string().nullable(),
  author,
  answeredAt: time,
  said: z
    .object({ cause, confidence: z.number().min(0).max(1), triageVersion: z.number().int() })
    .describe('What the verdict said when it was answered'),
});

export const answerRequest = z
  .object({
    right: z.enum(['confirmed', 'wrong']),
    cause: cause.optional().describe('What it was instead, when that is known'),
    note: written(REMARK_LIMITS.noteChars).optional(),
  })
  .strict()
  .refine(({ right, cause: was }) => right === 'wrong' || was === undefined, {
    path: ['cause'],
    message: 'belongs to an answer that says wrong.',
  });

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), asOf: time });

export const commentsPage = page(comment);
export const answersPage = page(answer).extend({
  current: answer.nullable().describe('The answer that counts; null when nobody answered, or the answer was withdrawn'),
});
