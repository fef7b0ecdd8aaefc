import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { parse, Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { Credentials } from './credentials.js';

@Controller()
export class CredentialsController {
  constructor(@Inject(Credentials) private readonly credentials: Credentials) {}

  @Serve('listCredentials')
  list(@Query(new Parsed(rest.credentialsQuery)) query: z.output<typeof rest.credentialsQuery>) {
    return this.credentials.page(query);
  }

  @Serve('createCredential')
  create(@Body() body: unknown, @Req() request: FastifyRequest) {
    const { caller } = request;
    return this.credentials.create(parse(rest.credentialRequest, body), caller?.kind === 'person' ? caller.id : '');
  }

  @Serve('revokeCredential')
  revoke(@Param(new Parsed(rest.idParams)) { id }: z.output<typeof rest.idParams>) {
    return this.credentials.revoke(id);
  }
}
