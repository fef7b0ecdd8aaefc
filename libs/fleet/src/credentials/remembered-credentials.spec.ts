import { describe, expect, it } from 'vitest';
import { CredentialStore, type Credential, type NewCredential } from './credential-store.js';
import { CREDENTIAL_MEMORY_MS, RememberedCredentials } from './remembered-credentials.js';
import { hashSecret } from './secret.js';

/** A store whose answers the test changes, and which counts what it is asked. */
class CountingStore extends CredentialStore {
  readonly known = new Map<string, Credential>();
  readonly touched: [string, Date][] = [];
  asked = 0;
  away = false;

  grant(secret: string, over: Partial<Credential> = {}): void {
    this.known.set(hashSecret(secret).toString('hex'), { id: `id of ${secret}`, kind: 'machine', ...over });
  }
  revoke(secret: string): void {
    this.known.delete(hashSecret(secret).toString('hex'));
  }
  async byHash(hash: Buffer): Promise<Credential | undefined> {
    this.asked++;
    if (this.away) throw new Error('away');
    return this.known.get(hash.toString('hex'));
  }
  async used(id: string, at: Date): Promise<void> {
    if (this.away) throw new Error('away');
    this.touched.push([id, at]);
  }
  async add(_credential: NewCredential): Promise<string> {
    throw new Error('not asked for here');
  }
  async replaceOfMachine(_credential: NewCredential): Promise<void> {
    throw new Error('not asked for here');
  }
}

const NOON = Date.UTC(2026, 6, 22, 12);

function setUp() {
  const clock = { ms: NOON };
  const store = new CountingStore();
  return { clock, store, remembered: new RememberedCredentials(store, () => clock.ms) };
}

describe('remembered credentials', () => {
  it('asks the store once for any number of requests within five seconds', async () => {
    const { clock, store, remembered } = setUp();
    store.grant('alice');
    const both = await Promise.all([remembered.bySecret('alice'), remembered.bySecret('alice')]);
    clock.ms += CREDENTIAL_MEMORY_MS - 1;
    expect([...both, await remembered.bySecret('alice')].map((one) => one?.id)).toEqual(Array(3).fill('id of alice'));
    expect(store.asked).toBe(1);
  });

  it('takes a revoked credential for five seconds and no longer', async () => {
    const { clock, store, remembered } = setUp();
    store.grant('alice');
    await remembered.bySecret('alice');
    store.revoke('alice');
    clock.ms += CREDENTIAL_MEMORY_MS;
    expect(await remembered.bySecret('alice')).toBeUndefined();
  });

  it('does not take an expired one for a moment, though it is remembered', async () => {
    const { clock, store, remembered } = setUp();
    store.grant('alice', { expiresAtMs: NOON + 1000 });
    expect(await remembered.bySecret('alice')).toBeDefined();
    clock.ms += 1000;
    expect(await remembered.bySecret('alice')).toBeUndefined();
    expect(store.asked).toBe(1);
  });

  it('remembers strangers too, so that guessing costs no query, and tells secrets apart', async () => {
    const { store, remembered } = setUp();
    store.grant('alice');
    for (let i = 0; i < 10; i++) expect(await remembered.bySecret('charlie')).toBeUndefined();
    expect(store.asked).toBe(1);
    expect((await remembered.bySecret('alice'))?.id).toBe('id of alice');
  });

  it('does not remember that the store was away', async () => {
    const { store, remembered } = setUp();
    store.grant('alice');
    store.away = true;
    await expect(remembered.bySecret('alice')).rejects.toThrow('away');
    store.away = false;
    expect((await remembered.bySecret('alice'))?.id).toBe('id of alice');
  });

  it('notes the use of a credential once a minute, and lives with it when that fails', async () => {
    const { clock, store, remembered } = setUp();
    store.grant('alice');
    for (const ms of [0, 30_000, 29_999, 1]) {
      clock.ms += ms;
      await remembered.bySecret('alice');
    }
    expect(store.touched).toEqual([
      ['id of alice', new Date(NOON)],
      ['id of alice', new Date(NOON + 60_000)],
    ]);
  });
});
