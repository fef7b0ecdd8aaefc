import { Controller, Inject, Param, Query } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { z } from 'zod';
import { Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { Crashes } from './crashes.js';

@Controller()
export class CrashesController {
  constructor(@Inject(Crashes) private readonly crashes: Crashes) {}

  @Serve('listCrashes')
  list(@Query(new Parsed(rest.crashesQuery)) query: z.output<typeof rest.crashesQuery>) {
    return this.crashes.page(query);
  }

  @Serve('getCrash')
  one(@Param(new Parsed(rest.idParams)) { id }: z.output<typeof rest.idParams>) {
    return this.crashes.one(id);
  }
}
