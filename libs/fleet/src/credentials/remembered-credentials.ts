import { hashSecret } from './secret.js';
import type { Credential, CredentialStore } from './credential-store.js';

/** How long a revoked credential may still be taken. docs/configuration.md names it. */
export const CREDENTIAL_MEMORY_MS = 5_000;
const MOST_CREDENTIALS = 100_000;
const TOUCH_EVERY_MS = 60_000;

interface Known {
  readonly credential: Promise<Credential | undefined>;
  readonly untilMs: number;
}

/**
 * Answers "whose secret is this?" from memory for five seconds, so that the hot route asks the database once per sender and
 * not once per request. Secrets are remembered by their hash. Unknown ones are remembered too: guessing is not worth a query.
 */
export class RememberedCredentials {
  readonly #known = new Map<string, Known>();
  readonly #touched = new Map<string, number>();

  constructor(
    private readonly store: CredentialStore,
    private readonly now: () => number = Date.now,
  ) {}

  async bySecret(secret: string): Promise<Credential | undefined> {
    const hash = hashSecret(secret);
    const key = hash.toString('latin1');
    let known = this.#known.get(key);
    if (known === undefined || known.untilMs <= this.now()) known = this.#ask(key, hash);
    const credential = await known.credential;
    if (credential === undefined || (credential.expiresAtMs ?? Infinity) <= this.now()) return undefined;
    this.#touch(credential.id);
    return credential;
  }

  #ask(key: string, hash: Buffer): Known {
    if (this.#known.size >= MOST_CREDENTIALS) this.#known.clear();
    const known = { credential: this.store.byHash(hash), untilMs: this.now() + CREDENTIAL_MEMORY_MS };
    this.#known.set(key, known);
    known.credential.catch(() => this.#known.delete(key));
    return known;
  }

  /** "Last used" to the minute; a lost one is not worth an error. */
  #touch(id: string): void {
    const now = this.now();
    if ((this.#touched.get(id) ?? 0) + TOUCH_EVERY_MS > now) return;
    if (this.#touched.size >= MOST_CREDENTIALS) this.#touched.clear();
    this.#touched.set(id, now);
    this.store.used(id, new Date(now)).catch(() => this.#touched.delete(id));
  }
}
