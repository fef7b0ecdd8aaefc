import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { parse, Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { Comments } from './comments.js';
import { personOf } from './person-of.js';

type Id = z.output<typeof rest.idParams>;
type Page = z.output<typeof rest.pageQuery>;

@Controller()
export class CommentsController {
  constructor(@Inject(Comments) private readonly comments: Comments) {}

  @Serve('listGroupComments')
  ofGroup(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.pageQuery)) query: Page) {
    return this.comments.page('group', id, query);
  }

  @Serve('listCrashComments')
  ofCrash(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.pageQuery)) query: Page) {
    return this.comments.page('crash', id, query);
  }

  @Serve('addGroupComment')
  onGroup(@Param(new Parsed(rest.idParams)) { id }: Id, @Body() body: unknown, @Req() request: FastifyRequest) {
    return this.comments.add('group', id, parse(rest.commentRequest, body).text, personOf(request));
  }

  @Serve('addCrashComment')
  onCrash(@Param(new Parsed(rest.idParams)) { id }: Id, @Body() body: unknown, @Req() request: FastifyRequest) {
    return this.comments.add('crash', id, parse(rest.commentRequest, body).text, personOf(request));
  }

  @Serve('changeComment')
  change(@Param(new Parsed(rest.idParams)) { id }: Id, @Body() body: unknown, @Req() request: FastifyRequest) {
    return this.comments.change(id, parse(rest.commentChange, body), personOf(request));
  }

  @Serve('removeComment')
  remove(@Param(new Parsed(rest.idParams)) { id }: Id, @Req() request: FastifyRequest) {
    return this.comments.remove(id, personOf(request));
  }
}
