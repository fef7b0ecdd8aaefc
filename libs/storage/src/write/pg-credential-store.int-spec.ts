import { hashSecret, newSecret, type NewCredential, type SecretKind } from '@inpage/fleet';
import type { MachineId } from '@inpage/core';
import { testDatabase, type TestDatabase } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PgCredentialStore } from './pg-credential-store.js';
import { PgMachineDirectory } from './pg-machine-directory.js';

let test: TestDatabase;
let credentials: PgCredentialStore;
let machineId: MachineId;
beforeAll(async () => {
  test = await testDatabase();
  credentials = new PgCredentialStore(test.database);
  machineId = await new PgMachineDirectory(test.database).byComputer('pc-bad-ssd');
});
afterAll(() => test.drop());

const ask = async (text: string, values: unknown[] = []) => (await test.database.pool.query(text, values)).rows;
const made = (kind: SecretKind, over: Partial<NewCredential> = {}): NewCredential => ({
  kind,
  hash: newSecret(kind).hash,
  label: 'made by the spec',
  ...over,
});

describe('a credential', () => {
  it('is found by its hash, and by no other', async () => {
    const key = made('enrolment');
    const id = await credentials.add(key);
    expect(await credentials.byHash(key.hash)).toEqual({
      id,
      kind: 'enrolment',
      machineId: undefined,
      computer: undefined,
      expiresAtMs: undefined,
    });
    expect(await credentials.byHash(hashSecret('ike_guess'))).toBeUndefined();
  });

  it('of a machine says whose it is', async () => {
    const own = made('machine', { machineId });
    await credentials.add(own);
    expect(await credentials.byHash(own.hash)).toMatchObject({ kind: 'machine', machineId, computer: 'pc-bad-ssd' });
  });

  it('is not found once it is revoked', async () => {
    const key = made('enrolment');
    const id = await credentials.add(key);
    await ask('update credential set revoked_at = now() where id = $1', [id]);
    expect(await credentials.byHash(key.hash)).toBeUndefined();
  });

  it('is found until it expires, and says when that is', async () => {
    const expiresAt = new Date(Date.now() + 60_000);
    const [lasting, expired] = [made('api', { expiresAt }), made('api', { expiresAt: new Date(Date.now() - 1) })];
    await credentials.add(lasting);
    await credentials.add(expired);
    expect(await credentials.byHash(lasting.hash)).toMatchObject({ expiresAtMs: expiresAt.getTime() });
    expect(await credentials.byHash(expired.hash)).toBeUndefined();
  });

  it('cannot be a machine credential of no machine', async () => {
    await expect(credentials.add(made('machine'))).rejects.toMatchObject({ code: '23514' });
  });

  it('remembers its last use, and never an earlier one', async () => {
    const id = await credentials.add(made('api'));
    const at = (second: number) => new Date(Date.UTC(2026, 6, 22, 12, 0, second));
    for (const second of [5, 9, 7]) await credentials.used(id, at(second));
    expect(await ask('select last_used_at from credential where id = $1', [id])).toEqual([{ last_used_at: at(9) }]);
  });
});

describe('replacing the credential of a machine', () => {
  const valid = async (all: readonly NewCredential[]) =>
    (await Promise.all(all.map(({ hash }) => credentials.byHash(hash)))).map((one) => one !== undefined);

  it('revokes the former ones of this machine, and nobody else’s', async () => {
    const other = await new PgMachineDirectory(test.database).byComputer('pc-healthy');
    const all = [
      made('machine', { machineId }),
      made('machine', { machineId: other }),
      made('enrolment'),
      made('machine', { machineId }),
    ];
    for (const one of all.slice(0, 3)) await credentials.add(one);
    await credentials.replaceOfMachine(all[3]!);
    expect(await valid(all)).toEqual([false, true, true, true]);
  });

  it('leaves exactly one, when twenty agents enrol one PC at once', async () => {
    const all = Array.from({ length: 20 }, () => made('machine', { machineId }));
    await Promise.all(all.map((one) => credentials.replaceOfMachine(one)));
    expect((await valid(all)).filter(Boolean)).toHaveLength(1);
  });
});
