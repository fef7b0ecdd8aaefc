import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventXml } from '../event-xml.js';
import { readIoErrorPacket } from './io-error-packet.js';

const SHARED = join(import.meta.dirname, '../../../../../shared');
const EVENTS = join(SHARED, 'samples/events');
const RECORDS = join(SHARED, 'domain/data/real-events.json');

type Decoded = Record<string, number | string | boolean | undefined>;
const decodedOf = <T>(path: string): T[] => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []);

/** Binaries of real records, decoded by another program. */
const listed = decodedOf<
  Decoded & { file: string; flags?: Record<string, number>; sense?: Record<string, string | number> }
>(join(EVENTS, 'decoded_binaries.json')).filter(({ file }) => existsSync(join(EVENTS, file)));
const records = decodedOf<{ eventId: number; recordId: number; binaryHex?: string; decoded?: Decoded }>(RECORDS).filter(
  ({ decoded }) => decoded?.['errorCode'] !== undefined,
);

const binaryOf = (file: string): string => {
  const event = readEventXml(readFileSync(join(EVENTS, file), 'utf8'));
  if (!event.ok) throw new Error(event.error.detail);
  return event.value.binary!;
};

describe('readIoErrorPacket', () => {
  it('has real records to be held against', (context) => {
    if (!existsSync(EVENTS) || !existsSync(RECORDS))
      context.skip('the collection of real events is not beside this checkout');
    expect(listed.length + records.length).toBeGreaterThan(25);
  });

  it.each(listed)('agrees with another reader on $file', (other) => {
    const packet = readIoErrorPacket(binaryOf(other.file))!;
    expect(packet).toMatchObject({
      majorFunction: other['MajorFunctionCode'],
      retries: other['RetryCount'],
      dumpSize: other['DumpDataSize'],
      errorCode: Number(other['ErrorCode']),
      uniqueError: Number(other['UniqueErrorValue']),
      finalStatus: Number(other['FinalStatus']),
      deviceOffset: BigInt(other['DeviceOffset'] as number),
    });
    if (other.flags === undefined) return expect(packet.request).toBeUndefined();
    const { sense, command } = packet.request!;
    expect(packet.request).toMatchObject({
      bits: 64,
      srbStatusByte: Number(other['srbStatusRaw']),
      scsiStatus: Number(other['scsiStatus']),
      transferBytes: other['dataLen'],
      timeoutSeconds: other['timeout'],
      flags: {
        paging: other.flags['paging'] === 1,
        retried: other.flags['retried'] === 1,
        unhandled: other.flags['unhandled'] === 1,
      },
    });
    expect(command).toMatchObject({ name: other['op'], lba: BigInt(other['lba'] as number), blocks: other['blocks'] });
    const senseGiven =
      Number(other['srbStatusRaw']) & 0x80
        ? { key: other.sense!['key'], asc: Number(other.sense!['asc']), ascq: Number(other.sense!['ascq']) }
        : undefined;
    expect(sense).toEqual(senseGiven);
    return undefined;
  });

  it.each(records)('agrees with a third reader on event $eventId, record $recordId', ({ binaryHex, decoded }) => {
    const packet = readIoErrorPacket(binaryHex)!;
    expect(packet).toMatchObject({
      majorFunction: decoded!['majorFunction'],
      retries: decoded!['retryCount'],
      errorCode: Number(decoded!['errorCode']),
      uniqueError: decoded!['uniqueErrorValue'],
      finalStatus: Number(decoded!['finalStatus']),
      ioControlCode: Number(decoded!['ioControlCode']),
    });
    if (decoded!['srbLength'] === undefined) return;
    const isInternal = (Number(decoded!['srbStatusRaw']) & 0x3f) === 0x30;
    expect(packet.request).toMatchObject({
      bits: decoded!['srbLength'] === 0x58 ? 64 : 32,
      srbStatusByte: Number(decoded!['srbStatusRaw']),
      timeoutSeconds: decoded!['timeoutSeconds'],
      flags: { paging: decoded!['paging'], retried: decoded!['retried'], unhandled: decoded!['unhandled'] },
    });
    expect(packet.request!.internalStatus).toBe(isInternal ? Number(decoded!['internalStatus']) : undefined);
    expect(packet.request!.command!.lba).toBe(
      decoded!['cdbLba'] === undefined ? undefined : BigInt(decoded!['cdbLba'] as number),
    );
  });

  it('reads the fixed part alone, and nothing shorter than it', () => {
    expect(readIoErrorPacket(undefined)).toBeUndefined();
    expect(readIoErrorPacket('00'.repeat(0x27))).toBeUndefined();
    expect(readIoErrorPacket('00'.repeat(0x28))).toMatchObject({
      finalStatus: 0,
      deviceOffset: 0n,
      request: undefined,
    });
  });

  it('believes neither a request that is cut off nor one of another length', () => {
    const whole = '00'.repeat(2) + '8000' + '00'.repeat(0x34) + '5800' + '00'.repeat(0x6e);
    expect(readIoErrorPacket(whole)?.request).toMatchObject({ bits: 64 });
    expect(readIoErrorPacket(whole.slice(0, -0x60))?.request).toBeUndefined();
    expect(readIoErrorPacket(whole.replace('5800', '5900'))?.request).toBeUndefined();
  });

  it('answers for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(0x40, 0x58, 0), (bytes, length) => {
        const copy = Buffer.from(bytes);
        if (copy.length > 0x3a) copy.writeUInt16LE(length, 0x38);
        const packet = readIoErrorPacket(copy.toString('hex'));
        expect(packet === undefined).toBe(copy.length < 0x28);
      }),
      { numRuns: 500 },
    );
  });
});
