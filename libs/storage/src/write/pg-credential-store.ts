import { CredentialStore, type Credential, type NewCredential } from '@inpage/fleet';
import type { MachineId } from '@inpage/core';
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Database } from '../database.js';

const BY_HASH = `
select c.id, c.kind, c.machine_id, m.computer, c.expires_at
  from credential c left join machine m on m.id = c.machine_id
 where c.secret_hash = $1 and c.revoked_at is null and (c.expires_at is null or c.expires_at > now())`;
const ADD = `
insert into credential (id, kind, secret_hash, label, machine_id, created_by, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`;
/** Whoever enrols the same machine at the same moment waits here, so that one credential stays and not none. */
const LOCK_MACHINE = `select id from machine where id = $1 for no key update`;
const REVOKE_OF_MACHINE = `update credential set revoked_at = now() where machine_id = $1 and kind = 'machine' and revoked_at is null`;
const TOUCH = `update credential set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2)`;

export class PgCredentialStore extends CredentialStore {
  constructor(private readonly database: Database) {
    super();
  }

  async byHash(hash: Buffer): Promise<Credential | undefined> {
    const row = (await this.database.pool.query({ name: 'credential-by-hash', text: BY_HASH, values: [hash] })).rows[0];
    if (row === undefined) return undefined;
    return {
      id: row.id,
      kind: row.kind,
      machineId: (row.machine_id as MachineId | null) ?? undefined,
      computer: row.computer ?? undefined,
      expiresAtMs: (row.expires_at as Date | null)?.getTime(),
    };
  }

  add(credential: NewCredential): Promise<string> {
    return insert(this.database.pool, credential);
  }

  replaceOfMachine(credential: NewCredential): Promise<void> {
    return this.database.transaction(async (db) => {
      await db.query(LOCK_MACHINE, [credential.machineId]);
      await db.query(REVOKE_OF_MACHINE, [credential.machineId]);
      await insert(db, credential);
    });
  }

  async used(id: string, at: Date): Promise<void> {
    await this.database.pool.query(TOUCH, [id, at]);
  }
}

async function insert(db: Pool | PoolClient, credential: NewCredential): Promise<string> {
  const id = randomUUID();
  const { kind, hash, label, machineId, createdBy, expiresAt } = credential;
  await db.query(ADD, [id, kind, hash, label, machineId ?? null, createdBy ?? null, expiresAt ?? null]);
  return id;
}
