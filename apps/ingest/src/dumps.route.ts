import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { COMPUTER_HEADER } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import type { Credential, ReceiveDump } from '@inpage/fleet';
import type { Metrics } from '@inpage/platform';
import type { BearerCheck } from './bearer-check.js';
import { clockSkewMs } from './clock-skew.js';
import { contentDigest, declaredSha256 } from './content-digest.js';
import { receivedFile, type ReceivedFile } from './received-file.js';
import type { ReceivingBudget } from './receiving-budget.js';

/** What agents and curl call a file of bytes, and a name that some give to dumps. */
const DUMP_TYPES = ['application/octet-stream', 'application/x-dmp'];

export interface DumpsRouteOptions {
  readonly receive: ReceiveDump;
  readonly bearer: BearerCheck;
  readonly budget: ReceivingBudget;
  readonly metrics: Metrics;
  readonly maxBytes: number;
}

/** `POST /v1/dumps`: a dump file in, the receipt of its facts out. Whatever can be refused is, before the first byte is read. */
export function registerDumpsRoute(fastify: FastifyInstance, options: DumpsRouteOptions): void {
  const { receive, bearer, budget, metrics, maxBytes } = options;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(DUMP_TYPES, (request: FastifyRequest, payload: IncomingMessage) =>
    receivedFile(payload, declaredLength(request)),
  );
  fastify.route({
    method: 'POST',
    url: '/v1/dumps',
    onRequest: async (request, reply) => {
      request.credential = await bearer.check(request.headers.authorization);
      refuseSender(request.credential, request);
      refuseBody(request, maxBytes);
      budget.reserve(request, reply, maxBytes);
    },
    onError: async () => metrics.count('inpage_dumps_total', { outcome: 'refused' }),
    handler: async (request, reply) => {
      const arrivedMs = Date.now();
      const file = sound(request);
      const answer = await receive.run({
        credential: request.credential!,
        computer: computerOf(request),
        ...file,
        clockSkewMs: clockSkewMs(request, arrivedMs),
      });
      const { status } = answer.receipt;
      metrics.count('inpage_dumps_total', { outcome: status });
      metrics.count('inpage_records_total', { status });
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
    },
  });
}

function refuseSender(credential: Credential, request: FastifyRequest): void {
  if (credential.kind === 'api')
    throw new AppError('credential-forbidden', 'Dumps are sent with a machine credential or an enrolment key.');
  if (credential.machineId === undefined && computerOf(request) === undefined)
    throw new AppError(
      'record-machine-missing',
      `With an enrolment key the header ${COMPUTER_HEADER} names the computer.`,
    );
}

function refuseBody(request: FastifyRequest, maxBytes: number): void {
  const { headers } = request;
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity')
    throw new AppError(
      'content-encoding-unsupported',
      `content-encoding is ${encoding.slice(0, 40)}; a dump is sent as it is.`,
    );
  if (headers['content-length'] === undefined) throw new AppError('length-required');
  const length = declaredLength(request);
  if (length > maxBytes) throw new AppError('dump-too-large', `At most ${maxBytes} bytes; ${length} were declared.`);
  const digest = headers['content-digest'];
  if (declaredSha256(digest) === undefined)
    throw new AppError(
      'dump-digest-missing',
      digest === undefined
        ? 'There is no header content-digest.'
        : 'content-digest has no sha-256=:…: of 44 base64 digits.',
    );
}

/** Node takes digits only, and lets no more bytes through. */
const declaredLength = ({ headers }: FastifyRequest): number => Number(headers['content-length']);

function sound(request: FastifyRequest): ReceivedFile {
  const file = request.body as ReceivedFile | undefined;
  if (file === undefined) throw new AppError('content-type-unsupported');
  if (!file.sha256.equals(declaredSha256(request.headers['content-digest'])!))
    throw new AppError('dump-digest-mismatch', `What arrived has ${contentDigest(file.sha256)}.`);
  return file;
}

/** HTTP hands header bytes over as Latin-1; names beyond ASCII are sent in UTF-8. */
function computerOf({ headers }: FastifyRequest): string | undefined {
  const name = headers[COMPUTER_HEADER];
  return typeof name === 'string' ? Buffer.from(name, 'latin1').toString('utf8').trim() || undefined : undefined;
}
