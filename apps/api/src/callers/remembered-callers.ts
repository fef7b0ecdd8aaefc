import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from './caller.js';

/** How long another process may still know a session or a token that ended here. In this process it ends at once. */
export const CALLER_MEMORY_MS = 5_000;
const MOST_CALLERS = 10_000;

/**
 * A page asks ten things in a second; who asks is looked up for the first. Secrets are remembered by their hash, and refusals
 * not at all, so that whoever signs in is known at once.
 */
@Injectable()
export class RememberedCallers {
  readonly #known = new Map<string, { readonly caller: Promise<Caller>; readonly untilMs: number }>();

  of(secret: string, ask: () => Promise<Caller>, nowMs = Date.now()): Promise<Caller> {
    const key = hash('sha256', secret, 'base64');
    const known = this.#known.get(key);
    if (known !== undefined && known.untilMs > nowMs) return known.caller;
    if (this.#known.size >= MOST_CALLERS) this.#known.clear();
    const caller = ask();
    this.#known.set(key, { caller, untilMs: nowMs + CALLER_MEMORY_MS });
    caller.catch(() => this.#known.delete(key));
    return caller;
  }

  /** Somebody signed out, or a credential was revoked. */
  forget(): void {
    this.#known.clear();
  }
}
