import { Controller, Inject, Param, Query } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { z } from 'zod';
import { Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { Machines } from './machines.js';

@Controller()
export class MachinesController {
  constructor(@Inject(Machines) private readonly machines: Machines) {}

  @Serve('listMachines')
  list(@Query(new Parsed(rest.machinesQuery)) query: z.output<typeof rest.machinesQuery>) {
    return this.machines.page(query);
  }

  @Serve('getMachine')
  one(@Param(new Parsed(rest.idParams)) { id }: z.output<typeof rest.idParams>) {
    return this.machines.one(id);
  }
}
