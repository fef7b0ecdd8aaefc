import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { AppError } from '@inpage/core';
import { bearerSecret, CredentialStore, hashSecret, SECRET_PREFIX } from '@inpage/fleet';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_CONFIG, type ApiConfig } from '../api-config.js';
import type { Access } from '../routes/route.js';
import { API_ROUTES, type ApiRouteId } from '../routes/route-table.js';
import { ROUTE_ID } from '../routes/route-id.js';
import { AUTH, sessionOf, type Auth } from '../sign-in/auth.js';
import type { Caller } from './caller.js';
import { RememberedCallers } from './remembered-callers.js';
import { isFromOurOrigin } from './same-origin.js';

/** Knows the caller of a route, and lets pass whom the route table lets pass. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CredentialStore) private readonly credentials: CredentialStore,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(RememberedCallers) private readonly remembered: RememberedCallers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const access = accessOf(context);
    if (access === 'anyone') {
      this.#fromOurOrigin(request);
      return true;
    }
    const caller = await this.#caller(request, http.getResponse<FastifyReply>());
    if (access === 'person' && caller.kind !== 'person')
      throw new AppError('credential-forbidden', 'A person has to be signed in for this.');
    request.caller = caller;
    return true;
  }

  async #caller(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.remembered.of(authorization, () => this.#tokenHolder(authorization));
    const { cookie } = request.headers;
    if (cookie === undefined) throw new AppError('credential-missing');
    const person = await this.remembered.of(cookie, () => this.#person(request, reply));
    this.#fromOurOrigin(request);
    return person;
  }

  async #person(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const person = await sessionOf(this.auth, request, reply);
    if (person === undefined) throw new AppError('credential-missing');
    return { kind: 'person', id: person.user.id, email: person.user.email };
  }

  async #tokenHolder(authorization: string): Promise<Caller> {
    const secret = bearerSecret(authorization);
    const credential = secret === undefined ? undefined : await this.credentials.byHash(hashSecret(secret));
    if (credential === undefined) throw new AppError('credential-invalid');
    if (credential.kind !== 'api')
      throw new AppError('credential-forbidden', `An API token (${SECRET_PREFIX.api}…) is needed to read.`);
    void this.credentials.used(credential.id, new Date()).catch(() => undefined); // "last used" is not worth a failed answer
    return { kind: 'token', credentialId: credential.id };
  }

  #fromOurOrigin(request: FastifyRequest): void {
    if (request.headers.cookie === undefined && request.headers.origin === undefined) return;
    if (!isFromOurOrigin(request, this.config.publicUrl))
      throw new AppError('credential-forbidden', 'The request does not come from a page of this server.');
  }
}

function accessOf(context: ExecutionContext): Access {
  const id = Reflect.getMetadata(ROUTE_ID, context.getHandler()) as ApiRouteId | undefined;
  return id === undefined ? 'reader' : API_ROUTES[id].access;
}
