import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { RemarkStore, type CommentChange } from '@inpage/fleet';
import { commentById, Database, type CommentItem } from '@inpage/storage';
import type { z } from 'zod';
import { pageOf, readPage, type Paging } from '../paging/page.js';
import { commentOf, type Comment } from './remark-answer.js';
import { REMARK_KINDS, type RemarkKind } from './remark-kinds.js';
import { RemarkSubjects } from './remark-subjects.js';

/** What people write about groups and crashes. */
@Injectable()
export class Comments {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RemarkStore) private readonly store: RemarkStore,
    @Inject(RemarkSubjects) private readonly subjects: RemarkSubjects,
  ) {}

  async page(
    kind: RemarkKind,
    id: string,
    asked: z.output<typeof rest.pageQuery>,
  ): Promise<z.output<typeof rest.commentsPage>> {
    const paging: Paging<CommentItem> = { list: `comments-of-${kind}-${id}`, key: 'time', idOf: (row) => row.id };
    const read = await readPage(paging, asked, (part) =>
      this.database.rows(REMARK_KINDS[kind].comments, { id, ...part }),
    );
    await this.subjects.requireUnless(read.rows, kind, id);
    return pageOf(read, commentOf);
  }

  /** @throws AppError `group-not-found`, `crash-not-found` */
  async add(kind: RemarkKind, id: string, text: string, author: string): Promise<Comment> {
    const about = await this.subjects.one(kind, id);
    const added = await this.store.addComment({ ...about, author, text });
    if (added === undefined) throw new AppError('credential-invalid');
    return this.#one(added);
  }

  /** @throws AppError `comment-not-found`, `comment-not-yours`, `comment-removed` */
  async change(id: string, change: CommentChange, person: string): Promise<Comment> {
    await this.#change(id, change, person);
    return this.#one(id);
  }

  /** @throws AppError `comment-not-found`, `comment-not-yours` */
  remove(id: string, person: string): Promise<void> {
    return this.#change(id, { removed: true }, person);
  }

  async #change(id: string, change: CommentChange, person: string): Promise<void> {
    const refusal = await this.store.changeComment(id, person, change);
    if (refusal !== undefined) throw new AppError(refusal);
  }

  async #one(id: string): Promise<Comment> {
    const row = await this.database.first(commentById, { id });
    if (row === undefined) throw new AppError('comment-removed'); // by the same person, in between
    return commentOf(row);
  }
}
