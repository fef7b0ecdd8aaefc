import { MachineDirectory } from '@inpage/fleet';
import { uuidFromDigest, type MachineId } from '@inpage/core';
import { hash, randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Database } from '../database.js';

const NEWEST_BY_NAME = `select id from machine where computer = $1 order by last_heard_at desc, id limit 1`;
const ADD_BY_NAME = `
insert into machine (id, computer, first_heard_at, last_heard_at) values ($1, $2, now(), now()) on conflict do nothing returning id`;
const BY_IDENTITY = `
update machine set computer = $3 where machine_guid = $1 and smbios_uuid is not distinct from $2 returning id`;
const ADOPT_BY_NAME = `
update machine set machine_guid = $1, smbios_uuid = $2 where computer = $3 and machine_guid is null returning id`;
const ADD_WITH_IDENTITY = `
insert into machine (id, computer, machine_guid, smbios_uuid, first_heard_at, last_heard_at) values ($1, $2, $3, $4, now(), now())
returning id`;

interface Identity {
  readonly computer: string;
  readonly machineGuid?: string;
  readonly smbiosUuid?: string;
}

export class PgMachineDirectory extends MachineDirectory {
  constructor(private readonly database: Database) {
    super();
  }

  async byComputer(computer: string): Promise<MachineId> {
    return (await this.#newestByName(computer)) ?? (await this.#addByName(computer));
  }

  async enrolled(identity: Identity): Promise<MachineId> {
    if (identity.machineGuid === undefined) return this.byComputer(identity.computer);
    return this.database.transaction(async (db) => {
      // Two agents of one image may enrol at once; the second has to see the first.
      await db.query('select pg_advisory_xact_lock(hashtext($1))', [`enrol ${identity.machineGuid}`]);
      return (
        (await this.#byIdentity(db, identity)) ?? (await this.#adopt(db, identity)) ?? (await this.#add(db, identity))
      );
    });
  }

  async #newestByName(computer: string): Promise<MachineId | undefined> {
    return (await this.database.pool.query(NEWEST_BY_NAME, [computer])).rows[0]?.id;
  }

  /**
   * The id is made from the name, so that a machine known by name alone is the same one after a rebuild. When it is taken, it
   * was by somebody else a moment ago, or by a machine that enrolled under this name and has another one by now.
   */
  async #addByName(computer: string): Promise<MachineId> {
    for (const id of [uuidFromDigest(hash('sha256', `computer ${computer}`, 'buffer')), randomUUID()]) {
      const added = (await this.database.pool.query(ADD_BY_NAME, [id, computer])).rows[0]?.id as MachineId | undefined;
      const found = added ?? (await this.#newestByName(computer));
      if (found !== undefined) return found;
    }
    throw new Error(`The machine ${computer} could neither be added nor found.`);
  }

  async #byIdentity(db: PoolClient, { machineGuid, smbiosUuid, computer }: Identity): Promise<MachineId | undefined> {
    return (await db.query(BY_IDENTITY, [machineGuid, smbiosUuid ?? null, computer])).rows[0]?.id;
  }

  async #adopt(db: PoolClient, { machineGuid, smbiosUuid, computer }: Identity): Promise<MachineId | undefined> {
    return (await db.query(ADOPT_BY_NAME, [machineGuid, smbiosUuid ?? null, computer])).rows[0]?.id;
  }

  async #add(db: PoolClient, { machineGuid, smbiosUuid, computer }: Identity): Promise<MachineId> {
    return (await db.query(ADD_WITH_IDENTITY, [randomUUID(), computer, machineGuid, smbiosUuid ?? null])).rows[0].id;
  }
}
