import { Controller, Inject, Param, Query } from '@nestjs/common';
import { rest } from '@inpage/contracts';
import type { z } from 'zod';
import { Crashes } from '../crashes/crashes.js';
import { Parsed } from '../paging/parse.js';
import { Serve } from '../routes/serve.js';
import { GroupMembers } from './group-members.js';
import { Groups } from './groups.js';

type Id = z.output<typeof rest.idParams>;
type Page = z.output<typeof rest.pageQuery>;
type Window = z.output<typeof rest.seriesQuery>;

@Controller()
export class GroupsController {
  constructor(
    @Inject(Groups) private readonly groups: Groups,
    @Inject(GroupMembers) private readonly members: GroupMembers,
    @Inject(Crashes) private readonly crashes: Crashes,
  ) {}

  @Serve('listGroups')
  list(@Query(new Parsed(rest.groupsQuery)) query: z.output<typeof rest.groupsQuery>) {
    return this.groups.page(query);
  }

  @Serve('getGroup')
  one(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.groupQuery)) query: Window) {
    return this.groups.one(id, query);
  }

  @Serve('listGroupCrashes')
  async crashesOf(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.pageQuery)) query: Page) {
    await this.members.requireGroup(id);
    return this.crashes.ofGroup(id, query);
  }

  @Serve('listGroupMachines')
  async machines(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.pageQuery)) query: Page) {
    await this.members.requireGroup(id);
    return this.members.machines(id, query);
  }

  @Serve('listGroupDisks')
  async disks(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.pageQuery)) query: Page) {
    await this.members.requireGroup(id);
    return this.members.disks(id, query);
  }

  @Serve('getGroupSeries')
  async series(@Param(new Parsed(rest.idParams)) { id }: Id, @Query(new Parsed(rest.seriesQuery)) query: Window) {
    await this.members.requireGroup(id);
    return this.groups.series(id, query);
  }
}
