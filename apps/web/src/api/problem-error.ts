import type { Problem } from './types.js';

/** An answer of the server that is not the wanted one. `code` is stable; `title` and `detail` are for people. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail?: string,
    readonly requestId?: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(detail ?? title);
  }
}

/** Reads problem+json, the sign-in library's `{code, message}`, and bodies that are neither. */
export function problemFrom(status: number, body: unknown, headers: Headers): ProblemError {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem> & { message?: string };
  const wait = Number(headers.get('retry-after') ?? headers.get('x-retry-after') ?? undefined);
  return new ProblemError(
    status,
    said.code ?? `http-${status}`,
    said.title ?? said.message ?? `The server answered ${status}`,
    said.detail,
    said.requestId ?? headers.get('x-request-id') ?? undefined,
    Number.isFinite(wait) ? wait : undefined,
  );
}

export const isNotSignedIn = (error: unknown): boolean => error instanceof ProblemError && error.status === 401;
export const isNotFound = (error: unknown): boolean => error instanceof ProblemError && error.status === 404;
