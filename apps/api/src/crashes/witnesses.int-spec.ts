import { rest, type InpageRecord } from '@inpage/contracts';
import { DigestChunks, GroupCommit, ReceiveRecords } from '@inpage/fleet';
import { PgDigestStore, PgMachineDirectory, PgRecordStore } from '@inpage/storage';
import { crashRecord, eventRecord, eventsOfStop, INPAGE_STOP, inventoryRecord } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiUnderTest, type ApiUnderTest } from '../api-under-test.fixture.js';
import { IDS } from '../fleet.fixture.js';

const NOON = new Date('2026-07-22T12:00:00Z');
const MINUTE = 60_000;
const at = (ms: number): Date => new Date(NOON.getTime() + ms);
const pc = 'pc-bad-ram';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await apiUnderTest();
});
afterAll(() => api.stop());

/** Sends records as one request and digests them; answers with the id of the first. */
async function received(...records: InpageRecord[]): Promise<string> {
  const { database } = api;
  const commit = new GroupCommit(new PgRecordStore(database), () => undefined);
  const receive = new ReceiveRecords(new PgMachineDirectory(database), commit, 10_000);
  const credential = { id: 'the collector', kind: 'enrolment' } as const;
  const bytes = Buffer.from(JSON.stringify(records));
  const [receipt] = await receive.run({ credential, type: 'json', bytes });
  await new DigestChunks(new PgDigestStore(database), (_chunk, error) => {
    throw error;
  }).run();
  return (receipt as { id: string }).id;
}
const crash = async (id: string): Promise<(typeof rest.crash)['_output']> => {
  const answer = await api.ask('GET', `/api/v1/crashes/${id}`, { headers: { cookie: api.cookie } });
  return rest.crash.parse(answer.body);
};

describe('a crash with witnesses', () => {
  it('shows its lead-up, oldest first, with the disk, the status and a sentence of each event', async () => {
    const id = await received(
      crashRecord(pc, NOON),
      inventoryRecord(pc, at(-60 * MINUTE)),
      eventRecord(pc, 'disk-51', at(-MINUTE), { disk: 0, status: 0xc0000185, lba: 8192 }),
      eventRecord(pc, 'port-129', at(-2 * MINUTE), { driver: 'storahci', port: 0 }),
      eventRecord(pc, '161', at(2 * MINUTE), { status: 0xc000000e }),
      eventRecord(pc, 'disk-7', at(-8 * 24 * 60 * MINUTE), { disk: 0, status: 0 }),
    );
    const { leadUp, leadUpCut, dump, diskRule } = await crash(id);
    expect([leadUpCut, dump, diskRule]).toEqual([false, null, 'named-by-event']);
    expect(leadUp).toMatchObject([
      {
        kind: 'device-reset',
        provider: 'storahci',
        eventId: 129,
        secondsBefore: 120,
        device: '\\Device\\RaidPort0',
        status: null,
      },
      {
        kind: 'paging-error',
        at: at(-MINUTE).toISOString(),
        disk: 'this-disk',
        device: '\\Device\\Harddisk0\\DR0',
        status: { code: '0xC0000185', name: 'STATUS_IO_DEVICE_ERROR' },
      },
      { kind: 'dump-write-failed', eventId: 161, secondsBefore: -120 },
    ]);
    expect(leadUp.map(({ says }) => says)).toEqual(leadUp.map(() => expect.stringMatching(/^[A-Z].*\.$/)));
  });

  it('shows what the dump tells, and names the record that it came from', async () => {
    const facts = { kind: 'triage', complete: true, processName: 'svchost.exe', osBuild: 26_100 };
    const { code, parameters } = INPAGE_STOP;
    const later = at(24 * 60 * MINUTE);
    const values = parameters.map((value) => `0x${value.toString(16)}`);
    const { bugcheck } = eventsOfStop(pc, { stoppedAt: later });
    const id = await received(
      { kind: 'dump', computer: pc, at: later.toISOString(), code, parameters: values, facts },
      bugcheck,
    );
    const { dump, evidence, grade } = await crash(id);
    expect([grade, dump]).toEqual(['A', facts]);
    expect(evidence.map(({ kind }) => kind)).toEqual(['dump', 'wer-1001']);
  });

  it('that was judged before there were any has none', async () => {
    expect(await crash(IDS.crash(1))).toMatchObject({ leadUp: [], leadUpCut: false, dump: null });
  });
});
