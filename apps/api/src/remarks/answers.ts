import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { RemarkStore, type NewAnswer } from '@inpage/fleet';
import { answerById, Database, type AnswerItem } from '@inpage/storage';
import type { z } from 'zod';
import { pageOf, readPage, type Paging } from '../paging/page.js';
import { answerOf, type Answer } from './remark-answer.js';
import { REMARK_KINDS, type RemarkKind } from './remark-kinds.js';
import { RemarkSubjects } from './remark-subjects.js';

type Said = Pick<NewAnswer, 'right' | 'cause' | 'note'>;

/** Answers to "was this right?". Each is kept; the newest counts. */
@Injectable()
export class Answers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RemarkStore) private readonly store: RemarkStore,
    @Inject(RemarkSubjects) private readonly subjects: RemarkSubjects,
  ) {}

  async page(
    kind: RemarkKind,
    id: string,
    asked: z.output<typeof rest.pageQuery>,
  ): Promise<z.output<typeof rest.answersPage>> {
    const paging: Paging<AnswerItem> = { list: `answers-of-${kind}-${id}`, key: 'time', idOf: (row) => row.id };
    const read = await readPage(paging, asked, (part) =>
      this.database.rows(REMARK_KINDS[kind].answers, { id, ...part }),
    );
    await this.subjects.requireUnless(read.rows, kind, id);
    return { ...pageOf(read, answerOf), current: await this.#current(kind, id) };
  }

  /** @throws AppError `group-not-found`, `crash-not-found` */
  async give(
    kind: RemarkKind,
    id: string,
    wanted: z.output<typeof rest.answerRequest>,
    author: string,
  ): Promise<Answer> {
    const { right, cause = null, note = null } = wanted;
    return this.#add(kind, id, { right, cause, note }, author);
  }

  /**
   * Takes back the answer that counts, whoever gave it; where there is none, nothing happens.
   * @throws AppError `group-not-found`, `crash-not-found`
   */
  async withdraw(kind: RemarkKind, id: string, author: string): Promise<void> {
    if ((await this.#current(kind, id)) === null) await this.subjects.one(kind, id);
    else await this.#add(kind, id, { right: 'withdrawn', cause: null, note: null }, author);
  }

  async #add(kind: RemarkKind, id: string, said: Said, author: string): Promise<Answer> {
    const { subject, words } = await this.subjects.one(kind, id);
    const verdict = {
      cause: words.cause as Answer['said']['cause'],
      confidence: words.confidence,
      triageVersion: words.triage_version,
    };
    const added = await this.store.addAnswer({ subject, words, author, ...said, said: verdict });
    if (added === undefined) throw new AppError('credential-invalid');
    return answerOf((await this.database.first(answerById, { id: added }))!);
  }

  async #current(kind: RemarkKind, id: string): Promise<Answer | null> {
    const [newest] = await this.database.rows(REMARK_KINDS[kind].answers, { id, limit: 1 });
    return newest === undefined || newest.verdict === 'withdrawn' ? null : answerOf(newest);
  }
}
