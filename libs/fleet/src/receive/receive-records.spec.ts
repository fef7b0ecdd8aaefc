import type { MachineId } from '@inpage/core';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../credentials/credential-store.js';
import { GroupCommit, RecordStore, type Submission } from './group-commit.js';
import { MachineDirectory } from './machine-directory.js';
import { BODY_TYPES } from './read-body.js';
import { ReceiveRecords, type RecordsRequest } from './receive-records.js';

/** Knows what it was given before; refuses nothing. */
class KeptRecords extends RecordStore {
  readonly submissions: Submission[] = [];
  readonly #ids = new Set<string>();
  async commit(submissions: readonly Submission[]): Promise<boolean[][]> {
    this.submissions.push(...submissions);
    return submissions.map(({ rows }) => rows.map(({ id }) => this.#ids.size < this.#ids.add(id).size));
  }
}

class NamedMachines extends MachineDirectory {
  async byComputer(computer: string): Promise<MachineId> {
    return `machine ${computer}` as MachineId;
  }
  async enrolled(): Promise<MachineId> {
    throw new Error('not asked for here');
  }
}

const KEY: Credential = { id: 'key', kind: 'enrolment' };
const OWN: Credential = {
  id: 'own',
  kind: 'machine',
  machineId: 'bad55d00-0000-4000-8000-00000000cafe' as MachineId,
  computer: 'pc-bad-ssd',
};
const beat = (second: number, computer?: string) => ({ kind: 'beat', at: `2026-07-22T12:00:0${second}Z`, computer });
const event = (computer?: string) => ({
  kind: 'event',
  event: { provider: 'disk', eventId: 7, timeCreated: '2026-07-22T12:00:00Z', computer },
});

function setUp() {
  const store = new KeptRecords();
  const receive = new ReceiveRecords(new NamedMachines(), new GroupCommit(store, () => undefined), 100);
  const send = (credential: Credential, records: unknown[], over: Partial<RecordsRequest> = {}) =>
    receive.run({ credential, type: 'json', bytes: Buffer.from(JSON.stringify(records)), ...over });
  return { store, send };
}
const said = (receipts: { status: string; code?: string }[]) => receipts.map(({ status, code }) => code ?? status);

describe('receive', () => {
  it('answers for every record, in order, and commits the good ones at their places', async () => {
    const { store, send } = setUp();
    const receipts = await send(KEY, [beat(1, 'a'), 7, beat(2, 'b'), beat(1, 'A.'), beat(3)]);
    expect(said(receipts)).toEqual(['accepted', 'record-invalid', 'accepted', 'duplicate', 'record-machine-missing']);
    expect(receipts[3]).toMatchObject({ id: (receipts[0] as { id: string }).id });
    expect(store.submissions[0]).toMatchObject({ places: 5, bodyType: BODY_TYPES.json });
    expect(store.submissions[0]!.rows.map(({ machineId, place }) => [machineId, place])).toEqual([
      ['machine a', 0],
      ['machine b', 2],
      ['machine a', 3],
    ]);
  });

  it('asks the store for nothing when no record is good', async () => {
    const { store, send } = setUp();
    expect(said(await send(KEY, [7]))).toEqual(['record-invalid']);
    expect(store.submissions).toEqual([]);
  });

  it('keeps the bytes as they came, and says that they are gzip', async () => {
    const { store, send } = setUp();
    const gzipped = Buffer.from('stands for gzip');
    await send(KEY, [beat(1, 'a')], { gzipped, clockSkewMs: -5 });
    expect(store.submissions[0]).toMatchObject({ body: gzipped, bodyType: BODY_TYPES.json + 16, clockSkewMs: -5 });
  });

  it('takes a machine credential for whose the records are', async () => {
    const { store, send } = setUp();
    expect(said(await send(OWN, [beat(1), beat(2, 'PC-BAD-SSD'), event('name-of-last-year')]))).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    expect(new Set(store.submissions[0]!.rows.map(({ machineId }) => machineId))).toEqual(new Set([OWN.machineId]));
  });

  it('refuses a record of another machine', async () => {
    expect(said(await setUp().send(OWN, [beat(1, 'pc-healthy'), beat(2)]))).toEqual([
      'record-machine-mismatch',
      'accepted',
    ]);
  });

  it('gives a relayed event to the computer it names, never to who relays it', async () => {
    const relayed = (computer: string) => ({ ...event(computer).event });
    const { store, send } = setUp();
    expect(said(await send(KEY, [relayed('PC-HEALTHY')]))).toEqual(['accepted']);
    expect(store.submissions[0]!.rows[0]).toMatchObject({ machineId: 'machine pc-healthy' });
    expect(said(await send(OWN, [relayed('pc-healthy'), relayed('PC-BAD-SSD.corp.example')]))).toEqual([
      'record-machine-mismatch',
      'accepted',
    ]);
    expect(store.submissions[1]!.rows.map(({ machineId }) => machineId)).toEqual([OWN.machineId]);
  });

  it('takes the computer of an event where the record names none', async () => {
    const { store, send } = setUp();
    await send(KEY, [event('PC-HEALTHY')]);
    expect(store.submissions[0]!.rows[0]).toMatchObject({
      machineId: 'machine pc-healthy',
      eventId: 7,
      provider: 'disk',
    });
  });

  it('refuses an API token', async () => {
    await expect(setUp().send({ id: 'x', kind: 'api' }, [beat(1)])).rejects.toMatchObject({
      code: 'credential-forbidden',
    });
  });

  it('refuses more records than one request may have, without reading one', async () => {
    await expect(setUp().send(KEY, Array(101).fill(7))).rejects.toMatchObject({ code: 'records-too-many' });
  });
});
