import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopEvidence } from './read-stop-evidence.js';
import type { EventDatum, WindowsEvent } from './windows-event.js';

const WER = 'Microsoft-Windows-WER-SystemErrorReporting';
const KERNEL_POWER = 'Microsoft-Windows-Kernel-Power';
const event = (provider: string, eventId: number, data: EventDatum[] = [], binary?: string): WindowsEvent => ({
  provider,
  eventId,
  data,
  binary,
  timeRaw: '2026-07-22T10:00:00Z',
  timeMs: Date.UTC(2026, 6, 22, 10),
});
const positional = (...values: string[]): EventDatum[] => values.map((value) => ({ value }));
const named = (fields: Record<string, string>): EventDatum[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));
const wer = (param1: string) => stopEvidence(event(WER, 1001, named({ param1 })));
const power = (fields: Record<string, string>) => stopEvidence(event(KERNEL_POWER, 41, named(fields)));
const INPAGE = '0x0000007a (0xffffc1049a602ec0, 0xffffffffc000000e, 0x00000002454628c0, 0xfffff8053c2b0000)';
const INPAGE_PARAMETERS = [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n];

describe('WER-SystemErrorReporting', () => {
  const values = [INPAGE, 'C:\\Windows\\MEMORY.DMP', '072226-12345-01'] as const;
  const expected = {
    kind: 'wer-1001',
    reportedAtMs: Date.UTC(2026, 6, 22, 10),
    code: 0x7a,
    parameters: INPAGE_PARAMETERS,
    dumpPath: values[1],
    reportId: values[2],
  };

  it('reads 1001 with and without names, under any case of its provider', () => {
    const data = named({ param1: values[0], param2: values[1], param3: values[2] });
    expect(stopEvidence(event(WER, 1001, data))).toEqual(expected);
    expect(stopEvidence(event(WER.toUpperCase(), 1001, positional(...values)))).toEqual(expected);
    expect(stopEvidence(event('Save Dump', 1001, positional(...values)))).toEqual(expected);
  });

  it('reads 1000, which has no dump', () => {
    const { kind, code, dumpPath } = stopEvidence(event(WER, 1000, named({ param1: INPAGE, param2: 'x' })))!;
    expect({ kind, code, dumpPath }).toEqual({ kind: 'wer-1000', code: 0x7a, dumpPath: undefined });
  });

  it.each<[string, number | undefined, bigint[] | undefined]>([
    ['0x100000d1 (0x00000000, 0x00000002, 0x00000001, 0xba940dc2)', 0x100000d1, [0n, 2n, 1n, 0xba940dc2n]],
    ['0X7A (0X1,0XC000000E,0X0,0X0)', 0x7a, [1n, 0xc000000en, 0n, 0n]],
    ['0x000000ef ( 0x1 , 0x0 , 0x0 , 0x0 ) ', 0xef, [1n, 0n, 0n, 0n]],
    ['0xffffffffc000021a (0x0, 0x0, 0x0, 0x0)', 0xc000021a, [0n, 0n, 0n, 0n]],
    ['0x0000007a', 0x7a, undefined],
    ['0x00000000 (0x0, 0x0, 0x0, 0x0)', undefined, [0n, 0n, 0n, 0n]],
    ['0x0000007a (0x1, 0x2, 0x3)', undefined, undefined],
    ['0x0000007a (0x12345678901234567, 0x2, 0x3, 0x4)', undefined, undefined],
    ['122', undefined, undefined],
    ['', undefined, undefined],
  ])('reads %s', (text, code, parameters) => {
    expect(wer(text)).toMatchObject({ kind: 'wer-1001' });
    expect(wer(text)!.code).toBe(code);
    expect(wer(text)!.parameters).toEqual(parameters);
  });

  it('keeps all 64 bits of every parameter', () => {
    const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
    fc.assert(
      fc.property(fc.tuple(u64, u64, u64, u64), (parameters) => {
        const text = parameters.map((value) => `0x${value.toString(16)}`);
        expect(wer(`0x7a (${text.join(', ')})`)!.parameters).toEqual(parameters);
        const fields = Object.fromEntries(text.map((value, i) => [`BugcheckParameter${i + 1}`, value]));
        expect(power(fields)!.parameters).toEqual(parameters);
      }),
    );
  });

  it('takes time in proportion to a value of blanks', () => {
    const begun = performance.now();
    expect(wer(`0x7a${' '.repeat(65_000)}x`)!.code).toBeUndefined();
    expect(wer(' '.repeat(65_000))!.code).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('the other events of the same ids', () => {
  it.each([
    ['Windows Error Reporting', 1001],
    ['Microsoft-Windows-Wininit', 1001],
    ['Wininit', 1001],
    [WER, 1005],
    [WER, 41],
    ['disk', 161],
    ['Service Control Manager', 7036],
  ])('%s %i is no evidence of a stop', (provider, id) => {
    expect(stopEvidence(event(provider, id, positional(INPAGE)))).toBeUndefined();
  });
});

describe('Kernel-Power 41', () => {
  it.each<[string, number | undefined]>([
    ['122', 0x7a],
    ['0x7a', 0x7a],
    ['65537', 0x10001],
    ['4294967295', 0xffffffff],
    ['0', undefined],
    ['4294967296', undefined],
    ['99999999999999999999', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('reads BugcheckCode %j', (BugcheckCode, code) => expect(power({ BugcheckCode })!.code).toBe(code));

  it('reads by name only, because versions put fields in between', () => {
    expect(stopEvidence(event(KERNEL_POWER, 41, positional('122', '0x1', '0x2', '0x3', '0x4')))).toEqual({
      kind: 'kernel-power-41',
      reportedAtMs: Date.UTC(2026, 6, 22, 10),
    });
  });

  it('leaves parameters that are all zero as they are, and drops an incomplete set', () => {
    const zeros = {
      BugcheckParameter1: '0x0',
      BugcheckParameter2: '0x0',
      BugcheckParameter3: '0x0',
      BugcheckParameter4: '0x0000000000000000',
    };
    expect(power(zeros)!.parameters).toEqual([0n, 0n, 0n, 0n]);
    expect(power({ ...zeros, BugcheckParameter3: 'x' })!.parameters).toBeUndefined();
  });

  it('reads parameters that were printed in decimal', () => {
    const fields = {
      BugcheckParameter1: '1',
      BugcheckParameter2: '18446744072635809806',
      BugcheckParameter3: '0',
      BugcheckParameter4: '18446744073709551616',
    };
    expect(power({ ...fields, BugcheckParameter4: '4' })!.parameters).toEqual([1n, 0xffffffffc000000en, 0n, 4n]);
    expect(power(fields)!.parameters).toBeUndefined();
  });

  it.each<[Record<string, string>, boolean | undefined]>([
    [{ PowerButtonTimestamp: '0' }, false],
    [{ PowerButtonTimestamp: '133000000000000000' }, true],
    [{ PowerButtonTimestamp: '0', LongPowerButtonPressDetected: 'true' }, true],
    [{ PowerButtonTimestamp: '0', LongPowerButtonPressDetected: 'false' }, false],
    [{ LongPowerButtonPressDetected: 'True' }, true],
    [{}, undefined],
  ])('reads the power button from %j', (fields, pressed) => expect(power(fields)!.powerButton).toBe(pressed));

  it('reads BugcheckInfoFromEFI', () => {
    expect(power({ BugcheckInfoFromEFI: 'true' })!.bugcheckInfoFromEfi).toBe(true);
    expect(power({ BugcheckInfoFromEFI: 'False' })!.bugcheckInfoFromEfi).toBe(false);
    expect(power({})!.bugcheckInfoFromEfi).toBeUndefined();
  });
});

describe('EventLog 6008', () => {
  const LOCAL = 'DC0704000500060009003B000D001D00';
  const UTC = 'DC070400050006000D003B000D001D00';
  const stopped = (binary?: string) => stopEvidence(event('EventLog', 6008, [], binary))!;

  it('takes the second SYSTEMTIME, which is UTC', () => {
    expect(stopped(`${LOCAL}${UTC}60090000`).stoppedAtMs).toBe(Date.UTC(2012, 3, 6, 13, 59, 13, 29));
  });

  it.each([
    ['nothing', undefined],
    ['the local time only', LOCAL],
    ['half a time', LOCAL + UTC.slice(0, 30)],
    ['zeros', '0'.repeat(64)],
    ['ones', 'F'.repeat(64)],
    ['the 31st of April', LOCAL + UTC.replace('05000600', '05001F00')],
    ['a 24th hour', LOCAL + UTC.replace('0D003B', '18003B')],
  ])('has no time of the stop when the binary holds %s', (_, binary) => {
    expect(stopped(binary)).toEqual({ kind: 'eventlog-6008', reportedAtMs: Date.UTC(2026, 6, 22, 10) });
  });
});

describe('volmgr 161', () => {
  const status = (binary?: string) =>
    stopEvidence(event('volmgr', 161, positional('\\Device\\HarddiskVolume3'), binary))!.dumpStatus;

  it('reads FinalStatus of a published record', () => {
    expect(status('000000000100000000000000A10004C046000000010000C000000000000000000000000000000000')).toBe(0xc0000001);
  });

  it.each([
    ['no binary', undefined],
    ['a binary that breaks off inside the status', '000000000100000000000000A10004C046000000010000'],
    ['a status of 0, which was not recorded', '00'.repeat(0x28)],
  ])('has no status with %s', (_, binary) => expect(status(binary)).toBeUndefined());
});

it('answers for any event at all', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom(INPAGE, '0x0', '122', 'true'));
  const kind = fc.constantFrom<[string, number]>(
    [WER, 1001],
    [WER, 1000],
    [KERNEL_POWER, 41],
    ['EventLog', 6008],
    ['volmgr', 161],
  );
  const name = fc.option(fc.constantFrom('param1', 'BugcheckCode', 'BugcheckParameter1', 'PowerButtonTimestamp', 'x'), {
    nil: undefined,
  });
  const data = fc.array(fc.record({ name, value: text }));
  fc.assert(
    fc.property(kind, data, fc.option(text, { nil: undefined }), ([provider, id], list, binary) => {
      expect(stopEvidence(event(provider, id, list, binary))).toMatchObject({
        reportedAtMs: Date.UTC(2026, 6, 22, 10),
      });
    }),
  );
});
