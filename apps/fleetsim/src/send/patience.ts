import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from './http-post.js';

/** The server said no in a way that sending again will not change. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`the server answered ${status} ${code}${detail ? `: ${detail}` : ''}`);
    this.name = 'Refused';
  }
}

/** The server could not be reached, or was too busy, for longer than we are willing to wait. */
export class OutOfPatience extends Error {
  constructor(reason: string, attempts: number) {
    super(`gave up after ${attempts} attempts: ${reason}`);
    this.name = 'OutOfPatience';
  }
}

const TRY_AGAIN = new Set([408, 425, 429, 500, 502, 503, 504]);
const BACKOFF_MS = { first: 200, most: 15_000 } as const;
/** No server gets to park us for longer. */
const LONGEST_WAIT_MS = 120_000;
/** Added to what the server asks for, so that the waiting do not all come back at once. */
const JITTER = 0.5;

export interface PatienceOptions {
  readonly attempts: number;
  /** Ends all waiting. */
  readonly signal?: AbortSignal;
  /** 0 to 1; what spreads retries. Not a part of the simulated world, so not seeded. */
  readonly chance?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly now?: () => number;
}

/** Sends again what may be sent again: records carry their own identity, so twice is as good as once. */
export class Patience {
  #notBeforeMs = 0;
  #retries = 0;
  readonly #chance: () => number;
  readonly #wait: (ms: number) => Promise<unknown>;
  readonly #now: () => number;

  constructor(readonly options: PatienceOptions) {
    this.#chance = options.chance ?? Math.random;
    this.#wait = options.wait ?? ((ms) => sleep(ms, undefined, { signal: options.signal }));
    this.#now = options.now ?? Date.now;
  }

  get retries(): number {
    return this.#retries;
  }

  /**
   * A 2xx answer, sooner or later.
   *
   * @throws Refused, OutOfPatience, and the signal's reason
   */
  async insist(send: () => Promise<Answer>): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      await this.#holdOff();
      this.options.signal?.throwIfAborted();
      const outcome = await send().catch((cause: unknown) =>
        cause instanceof Error ? cause : new Error(String(cause)),
      );
      if (!(outcome instanceof Error) && outcome.status >= 200 && outcome.status < 300) return outcome;
      if (!(outcome instanceof Error) && !TRY_AGAIN.has(outcome.status)) throw refused(outcome);
      if (attempt >= this.options.attempts) throw new OutOfPatience(reasonOf(outcome), attempt);
      this.#retries++;
      await this.#pause(outcome, attempt);
    }
  }

  /** Retry-After is about the server, not about one request: whoever comes next waits too. */
  async #holdOff(): Promise<void> {
    const left = this.#notBeforeMs - this.#now();
    if (left > 0) await this.#wait(left * (1 + this.#chance() * JITTER));
  }

  async #pause(outcome: Answer | Error, attempt: number): Promise<void> {
    const asked = outcome instanceof Error ? undefined : retryAfterMs(outcome.retryAfter, this.#now());
    if (!asked) {
      const ceiling = Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** (attempt - 1));
      await this.#wait(ceiling * (0.5 + this.#chance() / 2));
      return;
    }
    this.#notBeforeMs = Math.max(this.#notBeforeMs, this.#now() + asked);
  }
}

/** Retry-After in seconds or as a date, RFC 9110 section 10.2.3; bounded. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return Number.isNaN(ms) ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(0, ms));
}

const reasonOf = (outcome: Answer | Error): string =>
  outcome instanceof Error ? outcome.message : `status ${outcome.status}`;

function refused({ status, text }: Answer): Refused {
  const problem = parse(text);
  return new Refused(status, problem.code ?? 'unknown', problem.detail ?? problem.title ?? text.slice(0, 200));
}

function parse(text: string): { code?: string; detail?: string; title?: string } {
  try {
    return (JSON.parse(text) as object) ?? {};
  } catch {
    return {};
  }
}
