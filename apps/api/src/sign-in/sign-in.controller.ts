import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import { AppError, type ErrorCode } from '@inpage/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { API_CONFIG, type ApiConfig } from '../api-config.js';
import { RememberedCallers } from '../callers/remembered-callers.js';
import { parse } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { AUTH, sessionOf, webHeaders, type Auth, type SignedIn } from './auth.js';

/** What a refusal of the library is here. Its other statuses are faults of ours. */
const REFUSALS: Readonly<Record<number, ErrorCode>> = {
  400: 'request-invalid',
  401: 'credential-invalid',
  403: 'credential-forbidden',
  422: 'request-invalid',
  429: 'sign-in-throttled',
};

/** The few routes of the sign-in library that are open; it has many more, and those stay shut. */
@Controller()
export class SignInController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(RememberedCallers) private readonly callers: RememberedCallers,
  ) {}

  @Serve('signIn')
  async signIn(@Body() body: unknown, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const answer = await this.#ask<SignedIn>(request, reply, parse(rest.signInRequest, body));
    return { user: personOf(answer.user) };
  }

  @Serve('signOut')
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.#ask(request, reply, {});
    this.callers.forget();
  }

  /** Sent as text: Nest would send null as no body at all. */
  @Serve('getSession')
  async session(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const found = await sessionOf(this.auth, request, reply);
    const answer: z.output<typeof rest.session> = found
      ? { user: personOf(found.user), session: { expiresAt: found.session.expiresAt.toISOString() } }
      : null;
    await reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  }

  @Serve('changePassword')
  async changePassword(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.#ask(request, reply, parse(rest.passwordChange, body));
    this.callers.forget();
  }

  async #ask<T>(request: FastifyRequest, reply: FastifyReply, body: object): Promise<T> {
    const headers = webHeaders(request);
    headers.set('content-type', 'application/json');
    const { pathname } = new URL(request.url, this.config.publicUrl);
    const asked = new Request(new URL(pathname, this.config.publicUrl), {
      method: request.method,
      headers,
      body: JSON.stringify(body),
    });
    const answered = await this.auth.handler(asked);
    for (const cookie of answered.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    const said = (await answered.json().catch(() => ({}))) as T & { message?: string };
    if (answered.ok) return said;
    const code = REFUSALS[answered.status];
    throw code === undefined
      ? new Error(`The sign-in library answered ${answered.status}: ${said.message}`)
      : new AppError(code, said.message);
  }
}

/** Without the session's token, which the library would put into the answer and which belongs into the cookie alone. */
const personOf = ({ id, name, email }: SignedIn['user']): z.output<typeof rest.person> => ({ id, name, email });
