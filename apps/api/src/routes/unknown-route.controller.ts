import { All, Controller, Req, UseGuards } from '@nestjs/common';
import { AppError } from '@inpage/core';
import type { FastifyRequest } from 'fastify';
import { CallerGuard } from '../callers/caller.guard.js';
import { API_ROUTES } from './route-table.js';

const PATTERNS = Object.values(API_ROUTES).map(
  ({ path }) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
);

/** Whatever else lies under /api: a stranger learns nothing, a reader learns whether the path or the method is wrong. */
@Controller()
@UseGuards(CallerGuard)
export class UnknownRouteController {
  @All(['/api', '/api/*'])
  refuse(@Req() request: FastifyRequest): never {
    const path = request.url.split('?', 1)[0]!;
    throw new AppError(PATTERNS.some((pattern) => pattern.test(path)) ? 'method-not-allowed' : 'route-not-found');
  }
}
