import type { Credential, CredentialCreated, CredentialRequest } from '../src/api/types.js';
import { Random } from './random.js';

/** Keys of the mock: kept in memory, secrets only in a set that requests are checked against. */
export class MockKeys {
  readonly #random = new Random(7);
  readonly #secrets = new Map<string, string>();
  readonly #keys: Credential[];

  constructor(private readonly now: () => number) {
    this.#keys = [this.#make('enrolment', 'Imaging share'), this.#make('api', 'Grafana')];
  }

  list(): readonly Credential[] {
    return this.#keys;
  }

  create({ kind, label, expiresAt }: CredentialRequest): CredentialCreated {
    const credential = this.#make(kind, label, expiresAt ?? null);
    const secret = `inp_${kind}_${this.#random.hex(32)}`;
    this.#keys.unshift(credential);
    this.#secrets.set(secret, credential.id);
    return { ...credential, secret };
  }

  /** False when there is no such key. */
  revoke(id: string): boolean {
    const at = this.#keys.findIndex((key) => key.id === id);
    if (at >= 0) this.#keys[at] = { ...this.#keys[at]!, revokedAt: this.#time() };
    return at >= 0;
  }

  /** Only API tokens may read. */
  allows(secret: string): boolean {
    const key = this.#keys.find(({ id }) => id === this.#secrets.get(secret));
    return key?.kind === 'api' && key.revokedAt === null;
  }

  #make(kind: Credential['kind'], label: string, expiresAt: string | null = null): Credential {
    const id = this.#random.uuid('5ec4e7');
    return { id, kind, label, machine: null, createdAt: this.#time(), expiresAt, revokedAt: null, lastUsedAt: null };
  }

  #time(): string {
    return new Date(this.now()).toISOString();
  }
}
