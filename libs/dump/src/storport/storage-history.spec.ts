import { STORAGE_REQUESTS, writeStorageHistory, X64_PICTURE, type StorageRequestPicture } from '@inpage/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteView } from '../bytes/byte-view.js';
import { readStorageHistory } from './storage-history.js';

const CRASH = X64_PICTURE.systemTime;
const SECOND = 10_000_000n;
const read = (requests: readonly StorageRequestPicture[], count?: number, crash: bigint | undefined = CRASH) =>
  readStorageHistory(new ByteView(writeStorageHistory(requests, count)), crash);
const write = { opcode: 0x2a, start: CRASH - SECOND, end: CRASH, status: 0x01 };

describe("StorPort's history", () => {
  const history = read(STORAGE_REQUESTS)!;

  it('tells what was under way at the crash, and for how long', () => {
    expect(history).toMatchObject({ driver: 'storport.sys', recorded: 6, oldestOutstandingMs: 31_000 });
    expect(history.outstanding).toMatchObject([
      { name: 'FLUSH', ageMs: 30_000, srbStatusName: undefined },
      { name: 'WRITE(10)', ageMs: 31_000, srbTag: 7 },
    ]);
  });

  it('tells what failed, as srb.h names it', () => {
    expect(history.failed).toMatchObject([
      { name: 'READ(10)', srbStatus: 4, srbStatusName: 'ERROR', durationMs: 1000 },
    ]);
  });

  it('tells what took longest and when it was', () => {
    expect(history.succeeded).toBe(3);
    expect(history.slowest).toMatchObject({ durationMs: 1000, outcome: 'failed' });
    expect([history.from, history.to]).toEqual([new Date('2024-01-17T21:19:00Z'), new Date('2024-01-17T21:19:30Z')]);
  });

  it.each([
    [0x01, 0n, 'succeeded'],
    [0x81, CRASH, 'succeeded'],
    [0x20, 0n, 'outstanding'],
    [0x00, 0n, 'outstanding'],
    [0x20, CRASH, 'unclear'],
    [0x00, CRASH, 'unclear'],
    [0x09, CRASH, 'failed'],
    [0x0e, 0n, 'failed'],
    [0xc4, CRASH, 'failed'],
  ])('status %i with end %i is %s', (status, end, outcome) => {
    const { succeeded, failed, outstanding, unclear } = read([{ ...write, status, end }])!;
    expect({ succeeded, failed: failed.length, outstanding: outstanding.length, unclear }).toEqual({
      succeeded: 0, failed: 0, outstanding: 0, unclear: 0, [outcome]: 1,
    }); // prettier-ignore
  });

  it.each([
    ['no start', { start: 0n }],
    ['a start after the crash', { start: CRASH + 2n * SECOND }],
    ['a start before there were PCs', { start: 5n }],
  ])('a request with %s has neither age nor duration', (_name, times) => {
    const history = read([
      { ...write, ...times },
      { ...write, ...times, end: 0n, status: 0x20 },
    ])!;
    expect([history.slowest, history.oldestOutstandingMs, history.from]).toEqual([undefined, undefined, undefined]);
    expect(history.recorded).toBe(2);
  });

  it('an end before its start, or after the crash, gives no duration', () => {
    expect(read([{ ...write, end: write.start - 1n }])?.slowest).toBeUndefined();
    expect(read([{ ...write, end: CRASH + 2n * SECOND }])?.slowest).toBeUndefined();
  });

  it('has no ages without the time of the crash', () => {
    const history = readStorageHistory(new ByteView(writeStorageHistory(STORAGE_REQUESTS)), undefined)!;
    expect([history.oldestOutstandingMs, history.outstanding.length]).toEqual([undefined, 2]);
  });

  it('believes no count beyond what fits', () => {
    expect(read([write], 0xffff_ffff)?.recorded).toBe(66);
    expect(
      readStorageHistory(new ByteView(writeStorageHistory([write], 66).subarray(0, 36 + 125)), CRASH)?.recorded,
    ).toBe(2);
  });

  it('is none without its signature', () => {
    expect(readStorageHistory(new ByteView(new Uint8Array(4060)), CRASH)).toBeUndefined();
    expect(readStorageHistory(new ByteView(new Uint8Array(3)), CRASH)).toBeUndefined();
  });

  it('accounts for every request', () => {
    const u64 = fc.bigInt(0n, (1n << 64n) - 1n);
    const request = fc.record({ opcode: fc.nat(255), start: u64, end: u64, status: fc.nat(0xffff) });
    fc.assert(
      fc.property(fc.array(request, { maxLength: 66 }), (requests) => {
        const { recorded, succeeded, failed, outstanding, unclear } = read(requests)!;
        expect(succeeded + failed.length + outstanding.length + unclear).toBe(recorded);
        expect(recorded).toBe(requests.length);
      }),
    );
  });
});
