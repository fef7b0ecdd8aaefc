/** One refusal: its HTTP status, its title, and after how many seconds a retry makes sense. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly retryAfter?: number;
  /** What the caller can do about it, for the page `/problems/<code>` and docs/errors.md. */
  readonly advice: string;
}

/** Every refusal a caller can meet, by its stable code: HTTP problem, receipt reason, metric label, docs anchor. */
export const ERRORS = {
  'body-empty': { status: 400, title: 'The body is empty', advice: 'Send at least one record.' },
  'body-malformed': {
    status: 400,
    title: 'The body cannot be read',
    advice: 'The detail names the place. Send JSON, NDJSON or event XML as the Content-Type says.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    advice: 'Send fewer records per request; the limit is in the detail.',
  },
  'body-inflates-too-large': {
    status: 413,
    title: 'The body is too large once inflated',
    advice: 'Send fewer records per request; the limit is in the detail.',
  },
  'body-timeout': {
    status: 408,
    title: 'The body did not arrive in time',
    advice: 'Send again. A body has to arrive without long pauses.',
  },
  'content-type-unsupported': {
    status: 415,
    title: 'This content type is not read here',
    advice:
      'Records are application/json, application/x-ndjson or application/xml; a dump is application/octet-stream.',
  },
  'content-encoding-unsupported': {
    status: 415,
    title: 'This content encoding is not read here',
    advice: 'Use gzip or no encoding.',
  },
  'credential-missing': {
    status: 401,
    title: 'A credential is needed',
    advice: 'Send Authorization: Bearer with a machine credential, an enrolment key or an API token, or sign in.',
  },
  'credential-invalid': {
    status: 401,
    title: 'The credential is not known',
    advice: 'It is mistyped, revoked or expired. An agent enrols again; a person makes a new token.',
  },
  'credential-forbidden': {
    status: 403,
    title: 'The credential may not do this',
    advice: 'Use a credential of the kind that the detail names.',
  },
  'credential-not-found': {
    status: 404,
    title: 'No such credential',
    advice: 'Check the id; GET /api/v1/credentials lists those there are.',
  },
  'comment-not-found': { status: 404, title: 'No such comment', advice: 'Check the id.' },
  'comment-not-yours': {
    status: 403,
    title: 'The comment was written by somebody else',
    advice: 'Only its author edits or removes a comment. Write one of your own.',
  },
  'comment-removed': {
    status: 409,
    title: 'The comment is removed',
    advice: 'Bring it back with {"removed": false}, alone or together with the new text.',
  },
  'crash-not-found': {
    status: 404,
    title: 'No such crash',
    advice: 'The id is not the id of a crash, nor of a record that speaks of one.',
  },
  'disk-not-found': { status: 404, title: 'No such disk', advice: 'Check the id.' },
  'dump-digest-mismatch': {
    status: 422,
    title: 'The dump is not the one whose digest was sent',
    advice: 'It was damaged on its way, or changed while it was read. Send it again with its own SHA-256.',
  },
  'dump-digest-missing': {
    status: 400,
    title: 'The SHA-256 of the dump is missing',
    advice: 'Send Content-Digest: sha-256=:…: with the base64 of the SHA-256 of the file (RFC 9530).',
  },
  'dump-length-mismatch': {
    status: 400,
    title: 'The dump is not as long as was declared',
    advice: 'Send the whole file again.',
  },
  'dump-not-a-dump': {
    status: 422,
    title: 'The file is not a kernel dump of Windows',
    advice: 'The detail says what it is instead. C:\\Windows\\Minidump has the small dumps.',
  },
  'dump-tells-no-stop': {
    status: 422,
    title: 'The dump tells of no stop',
    advice:
      'Its header has no code or no time, or Windows went on running while it was written. There is no crash in it.',
  },
  'dump-too-large': {
    status: 413,
    title: 'The dump is too large',
    advice:
      'Send the small dump of C:\\Windows\\Minidump, or its facts as a record of kind dump. The limit is in the detail.',
  },
  'group-not-found': {
    status: 404,
    title: 'No such group',
    advice: 'Check the id. A group whose crashes all moved elsewhere disappears.',
  },
  'length-required': {
    status: 411,
    title: 'The length has to be declared',
    advice: 'Send Content-Length, not a body in chunks.',
  },
  'machine-not-found': { status: 404, title: 'No such machine', advice: 'Check the id.' },
  'route-not-found': {
    status: 404,
    title: 'No such address',
    advice: 'See /api/openapi.json for the addresses there are.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This address does not take this method',
    advice: 'See /api/openapi.json.',
  },
  'request-invalid': {
    status: 400,
    title: 'The request is not as the contract says',
    advice: 'The detail names the field. See /api/openapi.json.',
  },
  'cursor-invalid': {
    status: 400,
    title: 'The cursor is not one of ours',
    advice: 'Use the nextCursor of the page before, with the same sorting and filters, or leave it out.',
  },
  'nesting-too-deep': {
    status: 422,
    title: 'The record is nested too deeply',
    advice: 'Records are flat; see docs/records.md.',
  },
  'record-invalid': {
    status: 422,
    title: 'The record is not as the contract says',
    advice: 'The detail names the field. The other records of the request are not affected.',
  },
  'record-kind-unknown': {
    status: 422,
    title: 'The kind of the record is not known',
    advice: 'Kinds: event, crash, dump, inventory, beat.',
  },
  'record-machine-missing': {
    status: 422,
    title: 'The record does not say whose it is',
    advice: 'With an enrolment key every record names its computer; with a machine credential it need not.',
  },
  'record-machine-mismatch': {
    status: 422,
    title: 'The record belongs to another machine',
    advice: 'A machine credential sends records of its own machine only. Collectors use an enrolment key.',
  },
  'record-too-large': { status: 413, title: 'The record is too large', advice: 'The limit is in the detail.' },
  'records-too-many': {
    status: 413,
    title: 'Too many records in one request',
    advice: 'Split the batch; the limit is in the detail.',
  },
  'sign-in-throttled': { status: 429, title: 'Too many attempts to sign in', retryAfter: 60, advice: 'Wait a minute.' },
  'too-many-requests': {
    status: 429,
    title: 'More work is under way than this server takes',
    retryAfter: 2,
    advice: 'Send again after Retry-After, with jitter.',
  },
  'storage-unavailable': {
    status: 503,
    title: 'The database cannot take records now',
    retryAfter: 5,
    advice: 'Nothing was kept. Send again after Retry-After.',
  },
  'shutting-down': {
    status: 503,
    title: 'The server is stopping',
    retryAfter: 5,
    advice: 'Send again after Retry-After.',
  },
  internal: {
    status: 500,
    title: 'Something broke on our side',
    advice: 'Send again. The requestId leads an operator to the log line.',
  },
} as const satisfies Record<string, Refusal>;

export type ErrorCode = keyof typeof ERRORS;

/**
 * A refusal on its way to the caller. `detail` is told to the caller, `context` only to the log; whatever a caller must
 * not see cannot be put into the wrong one by accident.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: string,
    readonly context: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(`${code}: ${detail ?? ERRORS[code].title}`, { cause });
    this.name = 'AppError';
  }
}
