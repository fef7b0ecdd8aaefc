import { gzipSync } from 'node:zlib';
import type { MachineId, RecordId } from '@inpage/core';
import { toUtf16le, writeEvent } from '@inpage/testing';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../credentials/credential-store.js';
import { GroupCommit, RecordStore, type Submission } from '../receive/group-commit.js';
import { MachineDirectory } from '../receive/machine-directory.js';
import type { BodyType } from '../receive/read-body.js';
import { ReceiveRecords } from '../receive/receive-records.js';
import { readChunk, type Chunk } from './read-chunk.js';

const MACHINE = 'bad55d00-0000-4000-8000-00000000cafe' as MachineId;
const OWN: Credential = { id: 'own', kind: 'machine', machineId: MACHINE, computer: 'pc-bad-ssd' };
const NO_SKEW = -2_147_483_648;
const ARRIVED = Date.UTC(2026, 6, 22, 13);

/** Keeps one chunk as PostgreSQL would: bodies end to end, ordinals through all of them. */
class OneChunk extends RecordStore {
  readonly submissions: Submission[] = [];
  async commit(submissions: readonly Submission[]): Promise<boolean[][]> {
    this.submissions.push(...submissions);
    return submissions.map(({ rows }) => rows.map(() => true));
  }
  chunk(): Chunk {
    const starts = this.submissions.map((_, i) =>
      this.submissions.slice(0, i).reduce((sum, { places }) => sum + places, 0),
    );
    const rows = this.submissions.flatMap((one, i) =>
      one.rows.map((row) => ({ ...row, ordinal: starts[i]! + row.place, skew: one.clockSkewMs ?? NO_SKEW })),
    );
    return {
      id: '256',
      receivedAtMs: ARRIVED,
      bodies: Buffer.concat(this.submissions.map(({ body }) => body)),
      bodyLengths: this.submissions.map(({ body }) => body.length),
      bodyTypes: this.submissions.map(({ bodyType }) => bodyType),
      ordinals: rows.map(({ ordinal }) => ordinal),
      recordIds: rows.map(({ id }) => id),
      machineIds: rows.map(({ machineId }) => machineId),
      clockSkewsMs: rows.map(({ skew }) => skew),
    };
  }
}

class NoMachines extends MachineDirectory {
  byComputer(): Promise<MachineId> {
    throw new Error('not asked for here');
  }
  enrolled(): Promise<MachineId> {
    throw new Error('not asked for here');
  }
}

const frame = { time: new Date('2026-07-22T12:02:00Z'), computer: 'pc-bad-ssd' };
const bugcheck = {
  code: 0x7a,
  parameters: [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n] as const,
};
const wer = writeEvent('1001', { ...frame, ...bugcheck, recordId: 3 }, 'wevtutil');
const power = writeEvent('41', { ...frame, version: 8, recordId: 2 }, 'wevtutil');
const service = writeEvent('service', { ...frame, service: 'x', state: 'running', recordId: 1 }, 'wevtutil');
const at = '2026-07-22T12:00:00Z';
const crash = { kind: 'crash', at, code: '0x7a', parameters: ['0x1', '0x0'], source: 'dump', reportId: 'r' };
const inventory = { kind: 'inventory', at, disks: [{ number: 0, model: 'CT1000MX500SSD1' }] };
const beat = { kind: 'beat', at };
const dump = {
  ...{ kind: 'dump', at, code: 122, parameters: ['0x1', '0x0'], fileBytes: 4096 },
  facts: { kind: 'triage', complete: true },
};
const retried = writeEvent('disk-153', { ...frame, disk: 1, lba: 0x1_0000_0000_0001n, recordId: 4 }, 'wevtutil');
const noDump = writeEvent('161', { ...frame, status: 0xc000000e, recordId: 5 }, 'wevtutil');

async function received(...bodies: { type: BodyType; text: string | Uint8Array; gzip?: boolean; skew?: number }[]) {
  const store = new OneChunk();
  const receive = new ReceiveRecords(new NoMachines(), new GroupCommit(store, () => undefined), 1000);
  for (const { type, text, gzip = false, skew } of bodies) {
    const bytes = Buffer.from(text as string);
    await receive.run({ credential: OWN, type, bytes, gzipped: gzip ? gzipSync(bytes) : undefined, clockSkewMs: skew });
  }
  return store.chunk();
}

describe('readChunk', () => {
  it('finds in a chunk what was received: several bodies, plain and gzip, with rejected records between the good ones', async () => {
    const chunk = await received(
      { type: 'json', text: JSON.stringify([{ kind: 'nonsense' }, crash, beat]) },
      { type: 'ndjson', text: `oops\n\n${JSON.stringify(inventory)}\n{}\n`, gzip: true },
      { type: 'xml', text: toUtf16le(service + power), gzip: true },
      { type: 'xml', text: `<Event><broken>${wer}` },
    );
    const { evidence, inventories, heard } = readChunk(chunk);
    expect(evidence.map(({ kind }) => kind)).toEqual(['crash', 'kernel-power-41', 'wer-1001']);
    expect(inventories.map(({ disks }) => disks.map(({ model }) => model.key))).toEqual([['ct1000mx500ssd1']]);
    expect([...heard]).toEqual([MACHINE]);
    const ids = new Set<RecordId>([...evidence, ...inventories].map(({ recordId }) => recordId));
    expect(ids.size).toBe(4);
    expect([...ids].every((id) => chunk.recordIds.includes(id))).toBe(true);
  });

  it('says of each piece of evidence whose it is, when it came, and how far the clock was off', async () => {
    const { evidence } = readChunk(await received({ type: 'xml', text: wer, skew: 7 }));
    expect(evidence[0]).toMatchObject({
      machineId: MACHINE,
      receivedAtMs: ARRIVED,
      clockSkewMs: 7,
      reportedAtMs: Date.UTC(2026, 6, 22, 12, 2),
      ...bugcheck,
    });
  });

  it('reads a crash record: what it leaves out is not known, zero is zero', async () => {
    const { evidence } = readChunk(await received({ type: 'json', text: JSON.stringify(crash) }));
    const noon = Date.UTC(2026, 6, 22, 12);
    expect(evidence[0]).toMatchObject({
      kind: 'crash',
      code: 0x7a,
      source: 'dump',
      reportId: 'r',
      reportedAtMs: noon,
      stoppedAtMs: noon,
    });
    expect(evidence[0]!.parameters).toEqual([1n, 0n, undefined, undefined]);
    expect(evidence[0]!.clockSkewMs).toBeUndefined();
  });

  it('reads a dump record: exact evidence of the strongest kind, with what the dump tells', async () => {
    const { evidence } = readChunk(await received({ type: 'json', text: JSON.stringify(dump) }));
    const noon = Date.UTC(2026, 6, 22, 12);
    const { facts } = dump;
    expect(evidence).toMatchObject([
      { kind: 'crash', source: 'dump', code: 0x7a, reportedAtMs: noon, stoppedAtMs: noon, dump: facts },
    ]);
    expect(evidence[0]!.parameters).toEqual([1n, 0n, undefined, undefined]);
  });

  it('reads storage events, dated by a clock that was right', async () => {
    const { diskEvents, evidence } = readChunk(
      await received({ type: 'xml', text: service + retried, skew: 3_600_000 }),
    );
    expect(evidence).toEqual([]);
    expect(diskEvents).toMatchObject([
      {
        machineId: MACHINE,
        atMs: Date.UTC(2026, 6, 22, 13, 2),
        event: { kind: 'io-retried', diskNumber: 1, lba: 0x1_0000_0000_0001n },
      },
    ]);
  });

  it('takes volmgr 161 for both: the machine stopped, and the disk did not take the dump', async () => {
    const { diskEvents, evidence } = readChunk(await received({ type: 'xml', text: noDump }));
    expect(evidence).toMatchObject([{ kind: 'volmgr-161', dumpStatus: 0xc000000e }]);
    expect(diskEvents).toMatchObject([{ recordId: evidence[0]!.recordId, event: { kind: 'dump-write-failed' } }]);
  });

  it('cuts texts that are no names', async () => {
    const long = {
      provider: 'Microsoft-Windows-StorPort',
      eventId: 549,
      timeCreated: at,
      data: [{ name: 'Model', value: 'M'.repeat(60_000) }],
    };
    const { diskEvents } = readChunk(
      await received({ type: 'json', text: JSON.stringify({ kind: 'event', event: long }) }),
    );
    expect(Math.max(...Object.values(diskEvents[0]!.event).map((value) => String(value).length))).toBeLessThanOrEqual(
      256,
    );
  });

  it('dates an inventory by a clock that was right', async () => {
    const hour = 3_600_000;
    const { inventories } = readChunk(await received({ type: 'json', text: JSON.stringify(inventory), skew: hour }));
    expect(inventories[0]!.observedAtMs).toBe(Date.UTC(2026, 6, 22, 13));
  });

  it('throws where the chunk is damaged', async () => {
    const chunk = await received({ type: 'json', text: JSON.stringify([beat, crash]) });
    expect(() => readChunk({ ...chunk, ordinals: [0, 2] })).toThrow('chunk 256: there is no record at 2');
    expect(() => readChunk({ ...chunk, bodies: Buffer.from('{'), bodyLengths: [1] })).toThrow('body-malformed');
    const gzipped = await received({ type: 'json', text: JSON.stringify(beat), gzip: true });
    expect(() => readChunk({ ...gzipped, bodies: gzipped.bodies.fill(7) })).toThrow('incorrect header check');
  });
});
