import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError, type ErrorCode } from '@inpage/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from './log.js';
import { PROBLEM_TYPE, problemOf, refusalOf } from './problem.js';

/** The one place where an error of a Nest route becomes an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    sendProblem(this.log, request, host.switchToHttp().getResponse<FastifyReply>(), unwrap(error));
  }
}

/** What Nest makes of its own refusals, and of those of the body parser below it. */
const WRAPPED: Readonly<Record<number, ErrorCode>> = {
  404: 'route-not-found',
  413: 'body-too-large',
  415: 'content-type-unsupported',
};

function unwrap(error: unknown): unknown {
  const code = error instanceof HttpException ? WRAPPED[error.getStatus()] : undefined;
  return code === undefined ? error : new AppError(code, undefined, {}, error);
}

/** Also the error handler of plain Fastify routes. A 500 is logged once, here, with its cause. */
export function sendProblem(log: Logger, request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  const refusal = refusalOf(error);
  const { status, headers, body } = problemOf(refusal, request.id);
  if (status >= 500) {
    const fields = {
      event: 'request.failed',
      code: refusal.code,
      requestId: request.id,
      method: request.method,
      url: request.url.split('?')[0],
    };
    log[refusal.code === 'internal' ? 'error' : 'warn']({
      ...fields,
      ...refusal.context,
      err: refusal.cause ?? refusal,
    });
  }
  void reply.code(status).headers(headers).type(PROBLEM_TYPE).send(JSON.stringify(body));
}
