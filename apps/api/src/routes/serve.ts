import {
  applyDecorators,
  Header,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { CallerGuard } from '../callers/caller.guard.js';
import { API_ROUTES, type ApiRouteId } from './route-table.js';
import { ROUTE_ID } from './route-id.js';

/** Binds a controller's method to a route of the table: method, path, status and guard come from there. */
export function Serve(id: ApiRouteId): MethodDecorator {
  const { method, path, answer } = API_ROUTES[id];
  return applyDecorators(
    SetMetadata(ROUTE_ID, id),
    RequestMapping({ path, method: RequestMethod[method] }),
    HttpCode(answer.status),
    Header('cache-control', 'no-store'),
    UseGuards(CallerGuard),
  );
}
