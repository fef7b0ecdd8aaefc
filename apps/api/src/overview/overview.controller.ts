import { Controller, Inject, Query } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { z } from 'zod';
import { Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { OverviewAnswer } from './overview.js';

@Controller()
export class OverviewController {
  constructor(@Inject(OverviewAnswer) private readonly overview: OverviewAnswer) {}

  @Serve('getOverview')
  one(@Query(new Parsed(rest.overviewQuery)) query: z.output<typeof rest.overviewQuery>) {
    return this.overview.of(query);
  }
}
