import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Receipt, Receipts } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import type { BodyType, ReceiveRecords } from '@inpage/fleet';
import { PROBLEM_TYPE, problemOf, type Metrics } from '@inpage/platform';
import type { BearerCheck } from './bearer-check.js';
import { clockSkewMs } from './clock-skew.js';
import type { ReceivingBudget } from './receiving-budget.js';

const inflate = promisify(gunzip);

const BODY_TYPE_OF: Record<string, BodyType> = {
  'application/json': 'json',
  'application/x-ndjson': 'ndjson',
  'application/ndjson': 'ndjson',
  'application/jsonl': 'ndjson',
  'application/xml': 'xml',
  'text/xml': 'xml',
};

export interface RecordsRouteOptions {
  readonly receive: ReceiveRecords;
  readonly bearer: BearerCheck;
  readonly budget: ReceivingBudget;
  readonly metrics: Metrics;
  readonly maxBodyBytes: number;
  readonly maxInflatedBytes: number;
}

/** `POST /v1/records`: a request in, a receipt for every record out, and nothing acknowledged that is not committed. */
export function registerRecordsRoute(fastify: FastifyInstance, options: RecordsRouteOptions): void {
  const { receive, bearer, budget, metrics, maxBodyBytes } = options;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(Object.keys(BODY_TYPE_OF), { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  fastify.route({
    method: 'POST',
    url: '/v1/records',
    bodyLimit: maxBodyBytes,
    onRequest: async (request, reply) => {
      request.credential = await bearer.check(request.headers.authorization);
      budget.reserve(request, reply, maxBodyBytes);
    },
    handler: async (request, reply) => {
      const arrivedMs = Date.now();
      const body = await inflated(request, options.maxInflatedBytes);
      const receipts = await receive.run({
        credential: request.credential!,
        type: bodyTypeOf(request),
        ...body,
        clockSkewMs: clockSkewMs(request, arrivedMs),
      });
      return answer(reply, request.id, receipts, metrics);
    },
  });
}

/** The body to read, and the bytes to keep when they came gzipped. */
async function inflated(request: FastifyRequest, maxBytes: number): Promise<{ bytes: Buffer; gzipped?: Buffer }> {
  const bytes = (request.body as Buffer | undefined) ?? Buffer.alloc(0);
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity') return { bytes };
  if (encoding !== 'gzip')
    throw new AppError('content-encoding-unsupported', `content-encoding is ${encoding.slice(0, 40)}.`);
  try {
    return { bytes: await inflate(bytes, { maxOutputLength: maxBytes }), gzipped: bytes };
  } catch (cause) {
    const tooLarge = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge
      ? new AppError('body-inflates-too-large', `At most ${maxBytes} bytes once inflated.`, {}, cause)
      : new AppError('body-malformed', 'The body is not gzip.', {}, cause);
  }
}

function bodyTypeOf(request: FastifyRequest): BodyType {
  const type = request.headers['content-type']?.split(';', 1)[0]!.trim().toLowerCase() ?? '';
  const bodyType = BODY_TYPE_OF[type];
  if (bodyType === undefined) throw new AppError('content-type-unsupported');
  return bodyType;
}

function answer(reply: FastifyReply, requestId: string, receipts: Receipt[], metrics: Metrics): FastifyReply {
  const counts = { accepted: 0, duplicate: 0, rejected: 0 };
  for (const receipt of receipts) {
    counts[receipt.status]++;
    if (receipt.status === 'rejected') metrics.count('inpage_records_rejected_total', { code: receipt.code });
  }
  for (const [status, count] of Object.entries(counts))
    if (count > 0) metrics.count('inpage_records_total', { status }, count);
  const body: Receipts = { receipts, ...counts };
  if (counts.rejected < receipts.length)
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
  return refuseAll(reply, requestId, body);
}

/** Nothing was taken, so nothing is lost by saying so with a status; the receipts still tell why, one by one. */
function refuseAll(reply: FastifyReply, requestId: string, body: Receipts): FastifyReply {
  const first = body.receipts[0] as Extract<Receipt, { status: 'rejected' }>;
  const { status, body: problem } = problemOf(
    new AppError('record-invalid', `None of ${body.rejected}: ${first.detail}`),
    requestId,
  );
  return reply
    .code(status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify({ ...problem, ...body }));
}
