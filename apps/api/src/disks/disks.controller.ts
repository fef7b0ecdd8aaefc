import { Controller, Inject, Param, Query } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { z } from 'zod';
import { Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { Disks } from './disks.js';

@Controller()
export class DisksController {
  constructor(@Inject(Disks) private readonly disks: Disks) {}

  @Serve('listDisks')
  list(@Query(new Parsed(rest.disksQuery)) query: z.output<typeof rest.disksQuery>) {
    return this.disks.page(query);
  }

  @Serve('getDisk')
  one(@Param(new Parsed(rest.idParams)) { id }: z.output<typeof rest.idParams>) {
    return this.disks.one(id);
  }
}
