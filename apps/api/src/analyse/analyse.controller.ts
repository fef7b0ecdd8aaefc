import { Controller, Inject, Query, Req } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { analysing } from '@inpage/fleet';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { API_CONFIG, type ApiConfig } from '../api-config.js';
import { Parsed } from '../paging/parse.js';
import { API_ROUTES } from '../routes/route-table.js';
import { Serve } from '../routes/serve.js';
import { inSlices } from './in-slices.js';
import { receivedBytes } from './received-bytes.js';
import { UnreadBodies } from './unread-body.js';

const { method, path } = API_ROUTES.analyse;
/** Each may hold as many bytes as are read here, several times over while it works. */
const MOST_AT_ONCE = 4;

/** Reads a file or a text of a stop, and keeps nothing of it. */
@Controller()
export class AnalyseController {
  #running = 0;

  constructor(
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(UnreadBodies) bodies: UnreadBodies,
  ) {
    bodies.at(method, path);
  }

  @Serve('analyse')
  async analyse(
    @Query(new Parsed(rest.analyseQuery)) { name }: z.output<typeof rest.analyseQuery>,
    @Req() request: FastifyRequest,
  ): Promise<rest.Analysis> {
    bareOrRefused(request);
    if (this.#running >= MOST_AT_ONCE) throw new AppError('too-many-requests', 'Other files are being analysed.');
    this.#running++;
    try {
      const { body, headers } = request;
      const most = this.config.maxAnalyseBytes ?? rest.ANALYSIS_LIMITS.bytes;
      const bytes = await receivedBytes(body, headers['content-length'], most);
      return await inSlices(analysing(bytes, { name }));
    } finally {
      this.#running--;
    }
  }
}

/** The body is the file itself. What it is, its bytes tell; so any content type will do, but no envelope. */
function bareOrRefused({ headers, sentContentType = '' }: FastifyRequest): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new AppError('content-encoding-unsupported', 'Send the body without encoding.');
  if (/^multipart\//i.test(sentContentType)) {
    throw new AppError('content-type-unsupported', 'Send the file itself as the body, not a form with the file in it.');
  }
}
