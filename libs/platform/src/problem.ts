import { AppError, ERRORS, type ErrorCode, type Refusal } from '@inpage/core';
import type { Problem } from '@inpage/contracts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** A refusal ready to be sent. */
export interface ProblemReply {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Problem;
}

/** Errors of Fastify and of Node that are refusals of ours by another name. */
const FOREIGN: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'content-type-unsupported',
  FST_ERR_CTP_EMPTY_TYPE: 'content-type-unsupported',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-empty',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body-malformed',
  FST_ERR_BAD_URL: 'request-invalid',
  FST_ERR_NOT_FOUND: 'route-not-found',
};

/** SQLSTATE classes and Node errors that mean "the database is away", not "the question was wrong". */
const DATABASE_AWAY = /^(08|53|57P0|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)/;

/** What an error is to the caller. Everything that is not a known refusal is `internal`, and tells nothing. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  const name = String(code ?? '');
  if (Object.hasOwn(FOREIGN, name)) return new AppError(FOREIGN[name]!, undefined, {}, error);
  if (DATABASE_AWAY.test(name) || isPoolTimeout(error))
    return new AppError('storage-unavailable', undefined, {}, error);
  if (statusCode === 404) return new AppError('route-not-found', undefined, {}, error);
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new AppError('request-invalid', undefined, {}, error);
  return new AppError('internal', undefined, {}, error);
}

/** pg gives its own errors of a lost or exhausted connection no code. */
const isPoolTimeout = (error: unknown): boolean =>
  error instanceof Error &&
  /^(Connection terminated|timeout exceeded when trying to connect|Client was closed)/.test(error.message);

export function problemOf(refusal: AppError, requestId: string): ProblemReply {
  const { status, title, retryAfter }: Refusal = ERRORS[refusal.code];
  return {
    status,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
    body: { type: `/problems/${refusal.code}`, title, status, code: refusal.code, detail: refusal.detail, requestId },
  };
}

/** docs/errors.md. */
export function errorsMarkdown(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, e]) => `| <a id="${code}"></a>\`${code}\` | ${e.status} | ${e.title} | ${e.advice} |`,
  );
  return `# Errors

A refusal is \`application/problem+json\` with a stable \`code\`; a record that is not taken has the same code in its receipt. This page
is made from \`libs/core/src/errors.ts\`; \`/problems/<code>\` on a running server shows the same.

| code | status | title | what to do |
|---|---|---|---|
${rows.join('\n')}
`;
}
