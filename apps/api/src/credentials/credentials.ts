import { Inject, Injectable } from '@nestjs/common';
import type { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { CredentialStore, newSecret } from '@inpage/fleet';
import { credentialById, credentialPage, Database, revokeCredential, type CredentialItem } from '@inpage/storage';
import type { z } from 'zod';
import { RememberedCallers } from '../callers/remembered-callers.js';
import { pageOf, readPage, type Paging } from '../paging/page.js';

const PAGING: Paging<CredentialItem> = { list: 'credentials', key: 'time', idOf: (row) => row.id };

/** Enrolment keys and API tokens: listed, made, revoked. */
@Injectable()
export class Credentials {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CredentialStore) private readonly store: CredentialStore,
    @Inject(RememberedCallers) private readonly callers: RememberedCallers,
  ) {}

  async page(asked: z.output<typeof rest.credentialsQuery>): Promise<z.output<typeof rest.credentialsPage>> {
    const { kind, machine } = asked;
    return pageOf(
      await readPage(PAGING, asked, (part) => this.database.rows(credentialPage, { kind, machine, ...part })),
      credentialOf,
    );
  }

  /** The secret is in this answer and nowhere else. */
  async create(
    wanted: z.output<typeof rest.credentialRequest>,
    createdBy: string,
  ): Promise<z.output<typeof rest.credentialCreated>> {
    const expiresAt = wanted.expiresAt === undefined ? undefined : new Date(wanted.expiresAt);
    if (expiresAt && expiresAt.getTime() <= Date.now())
      throw new AppError('request-invalid', 'expiresAt: lies in the past.');
    const { secret, hash } = newSecret(wanted.kind);
    const id = await this.store.add({ kind: wanted.kind, hash, label: wanted.label, createdBy, expiresAt });
    const row = await this.database.first(credentialById, { id });
    return { ...credentialOf(row!), secret };
  }

  /** @throws AppError `credential-not-found` */
  async revoke(id: string): Promise<void> {
    if ((await this.database.first(revokeCredential, { id })) === undefined) throw new AppError('credential-not-found');
    this.callers.forget();
  }
}

const credentialOf = (row: CredentialItem): z.output<typeof rest.credential> => ({
  id: row.id,
  kind: row.kind,
  label: row.label,
  machine: row.machine_id === null ? null : { id: row.machine_id, computer: row.computer ?? '' },
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  revokedAt: row.revoked_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});
