import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { FOREIGN_FORMATS } from '@inpage/dump';
import { PgDumpExpiry, PgDumpVault } from '@inpage/storage';
import { dumpCorpus, SECONDARY, SECRET, writeDumpX64, X64_PICTURE } from '@inpage/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDigest } from './content-digest.js';
import { ingestUnderTest, type IngestUnderTest, type Sent } from './ingest-under-test.fixture.js';

const KB = 1024;
const MS = 10_000n;
let minute = 0n;
/** A dump of a stop that nobody told of before. */
const dump = (over: Parameters<typeof writeDumpX64>[0] = {}): Uint8Array =>
  writeDumpX64({ secondary: SECONDARY, ...over, systemTime: X64_PICTURE.systemTime + 60_000n * MS * ++minute });
const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');
const sent = (bytes: Uint8Array, over: Partial<Sent> & { computer?: string | null } = {}): Sent => {
  const { computer = 'pc-bad-ssd', headers, ...rest } = over;
  const named: Record<string, string> = computer === null ? {} : { 'inpage-computer': computer };
  return {
    body: bytes as never,
    headers: { 'content-digest': contentDigest(sha256(bytes)), ...named, ...headers },
    ...rest,
  };
};

let ingest: IngestUnderTest;
let keeping: IngestUnderTest;
let vault: PgDumpVault;
const key = randomBytes(32);
beforeAll(async () => {
  ingest = await ingestUnderTest({ INPAGE_DUMP_MAX_MB: String(64 / KB), INPAGE_MAX_RECEIVING_MB: String(100 / KB) });
  keeping = await ingestUnderTest({}, { dumps: (database) => (vault = new PgDumpVault(database, key, 14)) });
});
afterAll(async () => {
  await ingest.drop();
  await keeping.drop();
});

describe('a dump', () => {
  it('is answered with the receipt of its facts, and the facts', async () => {
    const bytes = writeDumpX64({ secondary: SECONDARY });
    const { status, headers, body } = await ingest.sendDump(sent(bytes));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(body).toEqual({
      receipt: { status: 'accepted', id: expect.any(String) },
      record: expect.objectContaining({
        kind: 'dump',
        computer: 'pc-bad-ssd',
        code: '0x7a',
        parameters: X64_PICTURE.parameters.map((value) => `0x${value.toString(16).padStart(16, '0')}`),
        sha256: sha256(bytes).toString('hex'),
        fileBytes: bytes.length,
        facts: expect.objectContaining({
          kind: 'triage',
          storage: expect.objectContaining({ oldestOutstandingMs: 31_000 }),
        }),
      }),
    });
    const [record] = await ingest.ask(
      'select r.kind, m.computer, r.observed_at from record r join machine m on m.id = r.machine_id where r.id = $1',
      [body.receipt.id],
    );
    expect(record).toEqual({ kind: 5, computer: 'pc-bad-ssd', observed_at: new Date(body.record.at) });
  });

  it('has the same receipt again, as a duplicate, and as a record that somebody else has read from it', async () => {
    const bytes = dump();
    const { body: first } = await ingest.sendDump(sent(bytes));
    const { body: again } = await ingest.sendDump(sent(bytes, { computer: 'PC-Bad-SSD.' }));
    expect(again.receipt).toEqual({ status: 'duplicate', id: first.receipt.id });
    expect((await ingest.receipts({ body: first.record })).receipts).toEqual([again.receipt]);
    const longer = Buffer.concat([bytes, Buffer.alloc(512)]);
    expect((await ingest.sendDump(sent(longer))).body.receipt).toEqual(again.receipt);
  });

  it('says what could not be read', async () => {
    const { body } = await ingest.sendDump(sent(dump({ flavour: 'K', dumpType: 1 })));
    expect(body.record.facts).toMatchObject({
      kind: 'full',
      warnings: expect.arrayContaining([expect.stringMatching(/^body: /)]),
    });
  });

  it('is that of the machine whose credential sends it', async () => {
    const { body: machine } = await ingest.enrol('PC-BAD-RAM');
    const { body } = await ingest.sendDump(sent(dump(), { computer: null, bearer: machine.secret }));
    expect(await ingest.ask('select machine_id from record where id = $1', [body.receipt.id])).toEqual([
      { machine_id: machine.machineId },
    ]);
    expect(await ingest.sendDump(sent(dump(), { computer: 'pc-bad-ssd', bearer: machine.secret }))).toMatchObject({
      status: 422,
      body: { code: 'record-machine-mismatch' },
    });
  });

  it('may be of a computer whose name is not ASCII', async () => {
    const latin1 = Buffer.from('BÜRO-PC', 'utf8').toString('latin1');
    const { body } = await ingest.sendDump(sent(dump(), { computer: latin1 }));
    expect(body.record.computer).toBe('BÜRO-PC');
  });

  it('leaves its file nowhere, nor what in it names a person', async () => {
    const { body } = await ingest.sendDump(sent(dump()));
    expect(body).not.toHaveProperty('keptUntil');
    expect(JSON.stringify(body)).not.toContain(SECRET);
    expect(await ingest.ask('select count(*)::int as n from dump_file')).toEqual([{ n: 0 }]);
  });

  it.each([...dumpCorpus()])('of any kind is taken: %s', async (kind, bytes) => {
    const { status, body } = await ingest.sendDump(sent(bytes, { computer: 'pc-healthy' }));
    // What Windows makes of the kernel's own dump at the next boot tells the same, and is the same observation.
    const known = kind.endsWith('kernel-generated');
    expect([status, body.receipt.status]).toEqual([200, known ? 'duplicate' : 'accepted']);
  });

  it('is counted, by outcome', async () => {
    const counted = async (outcome: string) => {
      const { values } = await ingest.metrics.registry.getSingleMetric('inpage_dumps_total')!.get();
      return values.find(({ labels }) => labels['outcome'] === outcome)?.value ?? 0;
    };
    const before = await Promise.all(['accepted', 'duplicate', 'refused'].map(counted));
    const bytes = dump();
    await ingest.sendDump(sent(bytes));
    await ingest.sendDump(sent(bytes));
    await ingest.sendDump(sent(bytes, { headers: { 'content-digest': '' } }));
    const after = await Promise.all(['accepted', 'duplicate', 'refused'].map(counted));
    expect(after.map((value, i) => value - before[i]!)).toEqual([1, 1, 1]);
  });
});

describe('is refused', () => {
  const random = randomBytes(4096);
  it.each<[code: string, status: number, what: string, () => Sent | Promise<Sent>]>([
    ['credential-missing', 401, 'nobody’s dump', () => sent(dump(), { bearer: null })],
    ['credential-invalid', 401, 'a stranger’s dump', () => sent(dump(), { bearer: 'ike_nobody' })],
    [
      'credential-forbidden',
      403,
      'a dump of an API token',
      async () => sent(dump(), { bearer: await ingest.grant('api') }),
    ],
    ['record-machine-missing', 422, 'a dump of nobody knows which machine', () => sent(dump(), { computer: null })],
    ['record-machine-missing', 422, 'a dump of a machine with a name of blanks', () => sent(dump(), { computer: ' ' })],
    [
      'record-invalid',
      422,
      'a dump of a machine with a name without end',
      () => sent(dump(), { computer: 'x'.repeat(300) }),
    ],
    [
      'dump-digest-missing',
      400,
      'a dump without its digest',
      () => sent(dump(), { headers: { 'content-digest': 'sha-512=:AA==:' } }),
    ],
    [
      'dump-digest-mismatch',
      422,
      'a dump with another’s digest',
      () => sent(dump(), { headers: { 'content-digest': contentDigest(sha256(dump())) } }),
    ],
    ['dump-too-large', 413, 'a dump beyond the limit', () => sent(Buffer.alloc(64 * KB + 1))],
    ['content-type-unsupported', 415, 'a dump that says it is JSON', () => sent(dump(), { type: 'application/json' })],
    [
      'content-encoding-unsupported',
      415,
      'a dump in gzip',
      () => sent(dump(), { headers: { 'content-encoding': 'gzip' } }),
    ],
    ['dump-not-a-dump', 422, 'random bytes', () => sent(random)],
    ['dump-tells-no-stop', 422, 'a live dump', () => sent(dump({ flavour: 'K', attributes: 0x18 }))],
  ])('%s (%i): %s', async (code, status, _what, make) => {
    const before = await ingest.ask('select count(*)::int as n from record');
    const answer = await ingest.sendDump(await make());
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await ingest.ask('select count(*)::int as n from record')).toEqual(before);
  });

  it.each<[keyof typeof FOREIGN_FORMATS, Uint8Array]>([
    ['empty', Buffer.alloc(0)],
    ['all-zero', Buffer.alloc(8 * KB)],
    ['user-minidump', Buffer.from('MDMP\x93\xa7\0\0')],
    ['zip', Buffer.from('PK\x03\x04rest')],
    ['cab', Buffer.from('MSCF\0\0\0\0')],
    ['event-log', Buffer.from('ElfFile\0')],
    ['damaged-header', Buffer.from('PAGEDUXX')],
    ['text', Buffer.from('BugCheck 7A, {1, 2, 3, 4}\r\n')],
  ])('dump-not-a-dump, and told what it is instead: %s', async (format, bytes) => {
    expect(await ingest.sendDump(sent(bytes))).toMatchObject({
      status: 422,
      body: { code: 'dump-not-a-dump', detail: FOREIGN_FORMATS[format] },
    });
  });

  const head = (fields: string) =>
    `POST /v1/dumps HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ingest.key}\r\ninpage-computer: pc\r\ncontent-type: application/octet-stream\r\n${fields}\r\n\r\n`;
  const digest = `content-digest: ${contentDigest(sha256(Buffer.alloc(1)))}`;
  async function speak(text: string) {
    const socket = ingest.raw().on('error', () => undefined);
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    socket.write(text);
    return { socket, answer: () => answer };
  }
  const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
    while (!(await holds())) await sleep(10);
  };

  it('length-required (411): a dump in chunks, before any of them comes', async () => {
    const { socket, answer } = await speak(head(`transfer-encoding: chunked\r\n${digest}`));
    await until(() => answer().includes('length-required'));
    expect(answer()).toMatch(/^HTTP\/1\.1 411 /);
    socket.destroy();
  });

  it('dump-too-large (413): before its first byte comes, and without memory for it', async () => {
    const { socket, answer } = await speak(head(`content-length: 99999999999\r\n${digest}`));
    await until(() => answer().includes('dump-too-large'));
    expect(await ingest.receivingBytes()).toBe(0);
    socket.destroy();
  });

  it('too-many-requests (429): while as many bytes are under way as there may be, of dumps or of records', async () => {
    const { socket } = await speak(head(`content-length: ${60 * KB}\r\n${digest}`));
    await until(async () => (await ingest.receivingBytes()) === 60 * KB);
    expect(await ingest.sendDump(sent(Buffer.alloc(60 * KB)))).toMatchObject({
      status: 429,
      body: { code: 'too-many-requests' },
    });
    socket.destroy();
    await until(async () => (await ingest.receivingBytes()) === 0);
  });

  it('when its sender leaves in the middle: nothing is kept, and its memory is given back', async () => {
    const bytes = dump();
    const before = await ingest.ask('select count(*)::int as n from record');
    const fields = `content-length: ${bytes.length}\r\ncontent-digest: ${contentDigest(sha256(bytes))}`;
    const { socket } = await speak(head(fields));
    socket.write(bytes.subarray(0, bytes.length - 1));
    await until(async () => (await ingest.receivingBytes()) === bytes.length);
    socket.resetAndDestroy();
    await until(async () => (await ingest.receivingBytes()) === 0);
    expect(await ingest.ask('select count(*)::int as n from record')).toEqual(before);
  });

  it('with 408 when it stalls', async () => {
    const { socket, answer } = await speak(head(`content-length: 4096\r\n${digest}`));
    await once(socket, 'close');
    expect(answer()).toMatch(/^HTTP\/1\.1 408 /);
    expect(await ingest.receivingBytes()).toBe(0);
  });
});

describe('a dump file that is kept', () => {
  const stored = async () =>
    Buffer.concat(
      (await keeping.ask('select bytes from dump_file_part order by file_id, part')).map(
        ({ bytes }) => bytes as Buffer,
      ),
    );
  const machineOf = async (id: string) =>
    (await keeping.ask('select machine_id from record where id = $1', [id]))[0]!['machine_id'];

  it('is encrypted, and comes back as it was', async () => {
    const bytes = dump({ flavour: 'K', stale: Buffer.alloc(2_500_000, `${SECRET} `) });
    const { body } = await keeping.sendDump(sent(bytes));
    const inDays = (Date.parse(body.keptUntil) - Date.now()) / 86_400_000;
    expect(inDays).toBeCloseTo(14, 2);
    const parts = await keeping.ask('select part, length(bytes) as bytes from dump_file_part order by part');
    expect(parts.map(({ bytes: length }) => length)).toEqual([2 ** 20, 2 ** 20, bytes.length + 3 * 16 - 2 * 2 ** 20]);
    const ciphertext = await stored();
    for (const plain of ['PAGEDU64', 'TRGD', SECRET, 'storport.sys', Buffer.from('ntoskrnl.exe', 'utf16le')])
      expect(ciphertext.includes(plain)).toBe(false);
    const again = await vault.open(await machineOf(body.receipt.id), sha256(bytes));
    expect(again?.equals(bytes)).toBe(true);
    const [file] = await keeping.ask('select record_id, bytes::int, sha256 from dump_file');
    expect(file).toEqual({ record_id: body.receipt.id, bytes: bytes.length, sha256: sha256(bytes) });
  });

  it('is kept once, until when it was promised first', async () => {
    const bytes = dump();
    const { body: first } = await keeping.sendDump(sent(bytes));
    const answers = await Promise.all(Array.from({ length: 5 }, () => keeping.sendDump(sent(bytes))));
    for (const { body } of answers)
      expect([body.receipt.status, body.keptUntil]).toEqual(['duplicate', first.keptUntil]);
    expect(await keeping.ask('select count(*)::int as n from dump_file where sha256 = $1', [sha256(bytes)])).toEqual([
      { n: 1 },
    ]);
  });

  it('is kept when its facts were known before', async () => {
    const bytes = dump();
    const { body } = await keeping.sendDump(sent(bytes));
    await keeping.ask('delete from dump_file where sha256 = $1', [sha256(bytes)]);
    const { body: again } = await keeping.sendDump(sent(bytes));
    expect(again.receipt).toEqual({ status: 'duplicate', id: body.receipt.id });
    expect(await vault.open(await machineOf(body.receipt.id), sha256(bytes))).toBeDefined();
  });

  it('is gone at its time, with all its parts, and nothing else is', async () => {
    const [old, young] = [dump(), dump()];
    const { body } = await keeping.sendDump(sent(old));
    await keeping.sendDump(sent(young));
    await keeping.ask(`update dump_file set expires_at = now() - interval '1 second' where sha256 = $1`, [sha256(old)]);
    const before = (await keeping.ask('select count(*)::int as n from dump_file'))[0]!['n'] as number;
    const expiry = new PgDumpExpiry(keeping.database);
    expect(await expiry.deleteExpired(new Date())).toBe(1);
    expect(await expiry.deleteExpired(new Date())).toBe(0);
    const machine = await machineOf(body.receipt.id);
    expect(await vault.open(machine, sha256(old))).toBeUndefined();
    expect((await vault.open(machine, sha256(young)))?.equals(young)).toBe(true);
    expect(await keeping.ask('select count(*)::int as n from dump_file')).toEqual([{ n: before - 1 }]);
    expect(
      await keeping.ask(
        'select count(*)::int as n from dump_file_part p where not exists (select from dump_file f where f.id = p.file_id)',
      ),
    ).toEqual([{ n: 0 }]);
    expect(await keeping.ask('select count(*)::int as n from record where id = $1', [body.receipt.id])).toEqual([
      { n: 1 },
    ]);
  });

  it('is refused, not misread, when the key is another or a part was changed, lost or moved', async () => {
    const bytes = dump({ flavour: 'K', stale: Buffer.alloc(1_200_000, 1) });
    const { body } = await keeping.sendDump(sent(bytes));
    const machine = await machineOf(body.receipt.id);
    const open = () => vault.open(machine, sha256(bytes));
    const [{ id } = { id: '' }] = await keeping.ask('select id from dump_file where sha256 = $1', [sha256(bytes)]);
    const other = new PgDumpVault(keeping.database, randomBytes(32), 14);
    await expect(other.open(machine, sha256(bytes))).rejects.toThrow(/encrypted with the key/);
    const change = (sql: string) => keeping.ask(sql, [id]);
    await change('update dump_file_part set part = 1 - part - 10 where file_id = $1');
    await expect(open()).rejects.toThrow(/authenticate/);
    await change('update dump_file_part set part = part + 10 where file_id = $1');
    await expect(open()).rejects.toThrow(/authenticate/);
    await change('update dump_file_part set part = 11 - part where file_id = $1');
    await change('update dump_file_part set part = part - 10 where file_id = $1');
    expect((await open())?.equals(bytes)).toBe(true);
    await change(
      'update dump_file_part set bytes = set_byte(bytes, 7, 255 - get_byte(bytes, 7)) where file_id = $1 and part = 0',
    );
    await expect(open()).rejects.toThrow(/authenticate/);
    await change('delete from dump_file_part where file_id = $1 and part = 1');
    await expect(open()).rejects.toThrow(/authenticate/);
  });
});
