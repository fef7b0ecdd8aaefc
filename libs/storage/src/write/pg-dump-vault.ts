import { randomUUID } from 'node:crypto';
import type { MachineId } from '@inpage/core';
import { DumpExpiry, DumpVault, type DumpFile } from '@inpage/fleet';
import type { PoolClient } from 'pg';
import type { Database } from '../database.js';
import { DumpCipher } from './dump-cipher.js';

const ADD = `
insert into dump_file (machine_id, id, record_id, sha256, bytes, key_id, salt, stored_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, now(), now() + make_interval(days => $8))
on conflict (machine_id, sha256) do nothing returning expires_at`;
const ADD_PART = `insert into dump_file_part (machine_id, file_id, part, bytes) values ($1, $2, $3, $4)`;
const KEPT = `
select id, salt, key_id, expires_at from dump_file where machine_id = $1 and sha256 = $2 and expires_at > now()`;
const PARTS = `select bytes from dump_file_part where machine_id = $1 and file_id = $2 order by part`;
/** Whoever sends a file again at the moment in which it expires finds neither it nor a place for it, so it goes first. */
const DELETE_OVERDUE = `delete from dump_file where machine_id = $1 and sha256 = $2 and expires_at <= now()`;
const DELETE_EXPIRED = `
delete from dump_file where (machine_id, id) in (select machine_id, id from dump_file where expires_at <= $1 order by expires_at limit $2)`;
/** A file has at most some tens of parts; a statement is to be over in well under a second. */
const FILES_PER_DELETE = 50;

/** Dump files in PostgreSQL, encrypted before they leave this process: neither the database nor a backup of it can be read. */
export class PgDumpVault extends DumpVault {
  readonly #cipher: DumpCipher;

  /** @param secretKey 32 bytes */
  constructor(
    private readonly database: Database,
    secretKey: Buffer,
    private readonly retentionDays: number,
  ) {
    super();
    this.#cipher = new DumpCipher(secretKey);
  }

  keep(file: DumpFile): Promise<Date> {
    return this.database.transaction(async (db) => {
      await db.query(DELETE_OVERDUE, [file.machineId, file.sha256]);
      return (await this.#add(db, file)) ?? (await keptUntil(db, file));
    });
  }

  async open(machineId: MachineId, sha256: Buffer): Promise<Buffer | undefined> {
    const file = (await this.database.pool.query(KEPT, [machineId, sha256])).rows[0];
    if (file === undefined) return undefined;
    if (file.key_id !== this.#cipher.keyId) throw new Error(`The file was encrypted with the key ${file.key_id}.`);
    const { rows } = await this.database.pool.query(PARTS, [machineId, file.id]);
    const parts = rows.map(({ bytes }) => bytes as Buffer);
    return this.#cipher.open(parts, file.salt, belongsTo(machineId, file.id));
  }

  async #add(db: PoolClient, { machineId, recordId, sha256, bytes }: DumpFile): Promise<Date | undefined> {
    const [id, salt] = [randomUUID(), this.#cipher.newSalt()];
    const values = [machineId, id, recordId, sha256, bytes.length, this.#cipher.keyId, salt, this.retentionDays];
    const added = (await db.query(ADD, values)).rows[0];
    if (added === undefined) return undefined;
    let part = 0;
    for (const sealed of this.#cipher.seal(bytes, salt, belongsTo(machineId, id)))
      await db.query(ADD_PART, [machineId, id, part++, sealed]);
    return added.expires_at;
  }
}

async function keptUntil(db: PoolClient, { machineId, sha256 }: DumpFile): Promise<Date> {
  return (await db.query(KEPT, [machineId, sha256])).rows[0].expires_at;
}

const belongsTo = (machineId: MachineId, id: string): string => `${machineId}/${id}`;

export class PgDumpExpiry extends DumpExpiry {
  constructor(private readonly database: Database) {
    super();
  }

  async deleteExpired(now: Date): Promise<number> {
    let all = 0;
    for (;;) {
      const { rowCount } = await this.database.pool.query(DELETE_EXPIRED, [now, FILES_PER_DELETE]);
      all += rowCount ?? 0;
      if ((rowCount ?? 0) < FILES_PER_DELETE) return all;
    }
  }
}
