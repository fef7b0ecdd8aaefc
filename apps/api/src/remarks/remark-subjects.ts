import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '@inpage/core';
import type { RemarkSubject } from '@inpage/fleet';
import { Database, type RemarkSubjectRow } from '@inpage/storage';
import { REMARK_KINDS, type RemarkKind } from './remark-kinds.js';

/** The groups and crashes that are remarked on. */
@Injectable()
export class RemarkSubjects {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws AppError `group-not-found` or `crash-not-found`: what is not there, or no longer, gets no new remark */
  async one(kind: RemarkKind, id: string): Promise<{ subject: RemarkSubject; words: RemarkSubjectRow }> {
    const words = await this.database.first(REMARK_KINDS[kind].subject, { id });
    if (words === undefined) throw new AppError(REMARK_KINDS[kind].missing);
    const subject: RemarkSubject =
      kind === 'group' ? { kind, groupId: words.id } : { kind, machineId: words.machine_id, recordId: words.id };
    return { subject, words };
  }

  /** Remarks outlive what they are about, so only an empty list has to be told from a wrong address. */
  async requireUnless(remarks: readonly unknown[], kind: RemarkKind, id: string): Promise<void> {
    if (remarks.length === 0) await this.one(kind, id);
  }
}
