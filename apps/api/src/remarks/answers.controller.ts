import { Body, Controller, Inject, Param, Query, Req } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { parse, Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { Answers } from './answers.js';
import { personOf } from './person-of.js';

type Id = z.output<typeof rest.idParams>;
type Page = z.output<typeof rest.pageQuery>;

@Controller()
export class AnswersController {
  constructor(@Inject(Answers) private readonly answers: Answers) {}

  @Serve('listGroupAnswers')
  ofGroup(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.pageQuery)) query: Page) {
    return this.answers.page('group', id, query);
  }

  @Serve('listCrashAnswers')
  ofCrash(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.pageQuery)) query: Page) {
    return this.answers.page('crash', id, query);
  }

  @Serve('answerGroup')
  onGroup(@Param(new Parsed(rest.idParams)) { id }: Id, @Body() body: unknown, @Req() request: FastifyRequest) {
    return this.answers.give('group', id, parse(rest.answerRequest, body), personOf(request));
  }

  @Serve('answerCrash')
  onCrash(@Param(new Parsed(rest.idParams)) { id }: Id, @Body() body: unknown, @Req() request: FastifyRequest) {
    return this.answers.give('crash', id, parse(rest.answerRequest, body), personOf(request));
  }

  @Serve('withdrawGroupAnswer')
  withdrawFromGroup(@Param(new Parsed(rest.idParams)) { id }: Id, @Req() request: FastifyRequest) {
    return this.answers.withdraw('group', id, personOf(request));
  }

  @Serve('withdrawCrashAnswer')
  withdrawFromCrash(@Param(new Parsed(rest.idParams)) { id }: Id, @Req() request: FastifyRequest) {
    return this.answers.withdraw('crash', id, personOf(request));
  }
}
