import { join } from 'node:path';
import type { InpageRecord } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './harness/afterwards.js';
import { ask } from './harness/ask.js';
import { digested } from './harness/ledger.js';
import { postRecords } from './harness/load.js';
import { connectionOf } from './harness/postmaster.js';
import { startServer } from './harness/server-process.js';

const CRASH: InpageRecord = {
  ...{ kind: 'crash', computer: 'pc-bad-ssd', at: '2026-05-04T08:00:00Z', code: '0x7a' },
  parameters: ['0xffffc1049a602ec0', '0xffffffffc000009c', '0x2454628c0', '0xfffff8053c2b0000'],
};
const INVENTORY: InpageRecord = {
  ...{ kind: 'inventory', computer: 'pc-bad-ssd', at: '2026-05-05T08:00:00Z' },
  disks: [{ number: 0, model: 'NVMe Samsung SSD 980 1TB', serial: 'S649', busType: 17, holdsPageFile: true }],
};
const GROUPS = `
select g.title, g.crashes, d.serial from crash c join crash_group g on g.id = c.group_id left join disk d on d.id = c.disk_id`;

describe('a crash that comes before the inventory of its machine', () => {
  it('is grouped as unknown disk, and moves to its disk with the inventory', async () => {
    const dataFolder = join(temporaryFolder(), 'data');
    const server = await startServer({ dataFolder });
    const groupsAfter = async (record: InpageRecord) => {
      expect((await postRecords(server, [record])).status).toBe(200);
      await digested(connectionOf(dataFolder));
      return ask(connectionOf(dataFolder), GROUPS);
    };
    const stop = 'KERNEL_DATA_INPAGE_ERROR, STATUS_DEVICE_DATA_ERROR on';
    expect(await groupsAfter(CRASH)).toEqual([{ title: `${stop} an unknown disk`, crashes: 1, serial: null }]);
    expect(await groupsAfter(INVENTORY)).toEqual([
      { title: `${stop} Samsung SSD 980 1TB`, crashes: 1, serial: 'S649' },
    ]);
    expect(await ask(connectionOf(dataFolder), 'select count(*)::int as groups from crash_group')).toEqual([
      { groups: 1 },
    ]);
    expect(await server.stop()).toBe(0);
  });
});
