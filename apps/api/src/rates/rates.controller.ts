import { Controller, Inject, Query } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { z } from 'zod';
import { Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { RatesAnswer } from './rates.js';

@Controller()
export class RatesController {
  constructor(@Inject(RatesAnswer) private readonly rates: RatesAnswer) {}

  @Serve('getRates')
  one(@Query(new Parsed(rest.ratesQuery)) query: z.output<typeof rest.ratesQuery>) {
    return this.rates.of(query);
  }
}
