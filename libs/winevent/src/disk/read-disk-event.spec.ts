import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventDatum, WindowsEvent } from '../windows-event.js';
import { diskEvent } from './read-disk-event.js';

const AT = Date.UTC(2026, 6, 22, 10);
const event = (provider: string, eventId: number, data: EventDatum[], binary?: string): WindowsEvent => ({
  provider,
  eventId,
  data,
  binary,
  timeRaw: '2026-07-22T10:00:00Z',
  timeMs: AT,
});
const values = (...list: string[]): EventDatum[] => list.map((value) => ({ value }));
const named = (fields: Record<string, string>): EventDatum[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

/** Bytes at offsets, little-endian numbers as hex digits in memory order. */
function packet(size: number, parts: Record<number, string>): string {
  const bytes = Buffer.alloc(size);
  for (const [at, hex] of Object.entries(parts)) bytes.write(hex, Number(at), 'hex');
  return bytes.toString('hex').toUpperCase();
}
const DEVICE = '\\Device\\Harddisk2\\DR5';
const STATUS = 0x14;

describe('events of the class driver', () => {
  const request64 = {
    0x00: '0304',
    0x02: '8000',
    0x10: '2d010000',
    0x34: '03000000',
    0x38: '5800',
    0x3b: '84',
    0x3c: '02',
    0x42: '0a12',
    0x48: '00100000',
    0x4c: '3c000000',
    0x80: '28000060007000000800',
    0x90: 'f0000300000000000000000011000000',
  };

  it.each([
    [7, 'bad-block'],
    [11, 'controller-error'],
    [15, 'not-ready'],
    [51, 'paging-error'],
  ])('%i is a %s with all that its packet holds', (id, kind) => {
    const binary = packet(0xa8, { ...request64, [STATUS]: '850100c0' });
    expect(diskEvent(event('Disk', id, values(DEVICE), binary))).toEqual({
      kind,
      provider: 'Disk',
      eventId: id,
      atMs: AT,
      device: DEVICE,
      diskNumber: 2,
      arrival: 5,
      portNumber: undefined,
      path: 0,
      target: 0,
      lun: 0,
      status: 0xc0000185,
      srbStatus: 4,
      scsiStatus: 2,
      sense: { key: 3, asc: 0x11, ascq: 0 },
      command: { opcode: 0x28, name: 'READ(10)', access: 'read', lba: 6291568n, blocks: 8 },
      lba: 6291568n,
      transferBytes: 4096,
      timeoutSeconds: 60,
      retries: 4,
      isPaging: true,
      wasRetried: true,
      isUnhandled: false,
      uniqueError: 301,
    });
  });

  it('reads the x86 layout of Windows XP, whose device name is cut', () => {
    const binary = packet(0x90, {
      0x00: '0304',
      0x02: '6800',
      [STATUS]: '850100c0',
      0x34: '01000000',
      0x38: '4000',
      0x3b: '0e',
      0x42: '0a12',
      0x68: '280003542BD100001000',
    });
    expect(diskEvent(event('Disk', 51, values('\\Device\\Harddisk0\\D'), binary))).toMatchObject({
      diskNumber: 0,
      status: 0xc0000185,
      srbStatus: 0x0e,
      lba: 55847889n,
      retries: 4,
      isPaging: true,
      wasRetried: false,
    });
  });

  it('takes a status of 0 for "not recorded", and the status of the miniport only where it is one', () => {
    const at = (parts: Record<number, string>) =>
      diskEvent(event('disk', 51, values(DEVICE), packet(0xa8, { ...request64, ...parts })));
    expect(at({})!.status).toBeUndefined();
    expect(at({ 0x78: '9a0000c0' })!.status).toBeUndefined();
    expect(at({ 0x3b: '30', 0x78: '9a0000c0' })!.status).toBe(0xc000009a);
    expect(at({ 0x3b: '30', 0x78: '9a0000c0', [STATUS]: '0e0000c0' })!.status).toBe(0xc000000e);
  });

  it.each([
    [153, 'io-retried'],
    [154, 'hardware-error'],
  ])('%i is %s: its address and disk stand in its values, the rest in four bytes', (id, kind) => {
    const binary = packet(0x3e, {
      0x00: '0f01',
      0x02: '1600',
      0x28: '00028488',
      0x2c: 'f00004000000000a00000000440000000000',
    });
    expect(diskEvent(event('disk', id, values(DEVICE, '0x416e32', '3', '\\Device\\00000024'), binary))).toMatchObject({
      kind,
      diskNumber: 3,
      lba: 0x416e32n,
      pdoName: '\\Device\\00000024',
      srbStatus: 4,
      scsiStatus: 2,
      command: { opcode: 0x88, name: 'READ(16)' },
      sense: { key: 4, asc: 0x44, ascq: 0 },
      retries: 1,
    });
  });

  it('says what is left where the clothing lost the packet, or everything', () => {
    expect(diskEvent(event('disk', 153, values(DEVICE, '0x10', '2', 'p')))).toMatchObject({ diskNumber: 2, lba: 16n });
    expect(diskEvent(event('disk', 153, values(DEVICE, '0x10', '2', 'p')))!.command).toBeUndefined();
    const { kind, provider, eventId, atMs, ...rest } = diskEvent(event('disk', 51, []))!;
    expect({ kind, provider, eventId, atMs }).toEqual({
      kind: 'paging-error',
      provider: 'disk',
      eventId: 51,
      atMs: AT,
    });
    expect(Object.values(rest).filter((fact) => fact !== undefined)).toEqual([]);
  });

  it('reads 52, 155 and 157', () => {
    expect(diskEvent(event('disk', 52, values(DEVICE)))).toMatchObject({ kind: 'failure-predicted', diskNumber: 2 });
    expect(diskEvent(event('disk', 155, values(DEVICE, '0x20', '2', '9000', '6000')))).toMatchObject({
      kind: 'slow-io',
      lba: 32n,
      durationMs: 9000,
    });
    expect(diskEvent(event('disk', 157, values('', '4')))).toMatchObject({ kind: 'surprise-removed', diskNumber: 4 });
    expect(diskEvent(event('disk', 157, values(DEVICE)))).toMatchObject({ diskNumber: 2 });
  });
});

describe('events of port drivers', () => {
  it.each(['storahci', 'stornvme', 'iaStorAC', 'iaStorVD', 'SomeVendorsOwn'])(
    '129 of %s is a reset of an adapter',
    (provider) => {
      expect(diskEvent(event(provider, 129, values('\\Device\\RaidPort1')))).toMatchObject({
        kind: 'device-reset',
        driver: provider,
        portNumber: 1,
        diskNumber: undefined,
      });
    },
  );

  it('knows a driver by its name where the device is lost', () => {
    expect(diskEvent(event('stornvme', 11, []))).toMatchObject({ kind: 'controller-error', driver: 'stornvme' });
  });

  it('reads the request that atapi of Windows XP logged', () => {
    const binary = packet(0x78, {
      0x00: '0f00',
      0x02: '5000',
      0x38: '4000',
      0x3b: '0e',
      0x42: '0a12',
      0x68: '2A08006014B700000800',
    });
    expect(diskEvent(event('atapi', 9, values('\\Device\\Ide\\IdePort0'), binary))).toMatchObject({
      kind: 'no-response',
      portNumber: 0,
      srbStatus: 0x0e,
      lba: 6296759n,
      isPaging: undefined,
    });
  });

  it('leaves the same ids of others alone', () => {
    expect(diskEvent(event('Microsoft-Windows-Time-Service', 129, values('NTP')))).toBeUndefined();
    expect(diskEvent(event('Microsoft-Windows-Kernel-Boot', 153, []))).toBeUndefined();
    expect(diskEvent(event('cdrom', 51, values('\\Device\\CdRom0')))).toBeUndefined();
    expect(diskEvent(event('disk', 99, []))).toBeUndefined();
    expect(diskEvent(event('constructor', 7, []))).toBeUndefined();
  });
});

describe('events with names', () => {
  const IDENTITY = {
    DeviceNumber: '0',
    Vendor: 'ATA     ',
    Model: 'WDC  WDS500G2B0A ',
    FirmwareVersion: ' X61190WD',
    SerialNumber: ' S1 ',
  };
  const identity = { diskNumber: 0, vendor: 'ATA', model: 'WDC  WDS500G2B0A', firmware: 'X61190WD', serial: 'S1' };

  it.each([500, 501, 502, 503])('StorDiag %i carries status, address and disk', (id) => {
    const data = named({ ...IDENTITY, IrpStatus: '0xc000009c', LBA: '0xffffffffffffffff', TransferByteCount: '4096' });
    expect(diskEvent(event('Microsoft-Windows-StorDiag', id, data))).toMatchObject({
      kind: 'request-failed',
      ...identity,
      status: 0xc000009c,
      lba: 0xffffffffffffffffn,
      transferBytes: 4096,
    });
  });

  it.each([505, 506, 507])('StorDiag %i carries the outcome of a SCSI request', (id) => {
    const data = named({
      ...IDENTITY,
      DownLevelIrpStatus: '0xFFFFFFFFC0000185',
      SrbStatus: '132',
      ScsiStatus: '2',
      SenseKey: '3',
      AdditionalSenseCode: '17',
      AdditionalSenseCodeQualifier: '0',
      CdbBytes: '0x28000060007000000800',
      NumberOfRetriesDone: '8',
    });
    expect(diskEvent(event('Microsoft-Windows-StorDiag', id, data))).toMatchObject({
      kind: 'scsi-request-failed',
      status: 0xc0000185,
      srbStatus: 4,
      scsiStatus: 2,
      sense: { key: 3, asc: 17, ascq: 0 },
      lba: 6291568n,
      retries: 8,
    });
  });

  it('StorDiag 504 is a failed control request', () => {
    expect(
      diskEvent(event('Microsoft-Windows-StorDiag', 504, named({ ...IDENTITY, IrpStatus: '3221225488' }))),
    ).toMatchObject({ kind: 'control-failed', status: 0xc0000010 });
  });

  const PORT = {
    MiniportName: 'stornvme',
    PortNumber: '1',
    PathID: '0',
    TargetID: '2',
    LUN: '0',
    VendorId: 'NVMe    ',
    ProductId: 'Samsung SSD 980',
    SerialNumber: 'S9',
    AdapterSerialNumber: 'A9',
  };
  const port = {
    driver: 'stornvme',
    portNumber: 1,
    target: 2,
    vendor: 'NVMe',
    model: 'Samsung SSD 980',
    serial: 'S9',
    adapterSerial: 'A9',
  };
  it.each<[number, string, Record<string, string>, object]>([
    [
      500,
      'request-timeout',
      { Cdb: '88000000000004FFFFDE000000010000', SrbTimeout: '60', BootDevice: 'true' },
      { lba: 83886046n, timeoutSeconds: 60, isBootDevice: true },
    ],
    [
      549,
      'first-error',
      {
        Command: '40',
        SrbStatus: '4',
        ScsiStatus: '2',
        SenseKey: '3',
        AddSense: '17',
        AddSenseQ: '0',
        LBA: '0x1F',
        RequestDuration_ms: '7000',
        IoSize: '4096',
      },
      {
        srbStatus: 4,
        sense: { key: 3, asc: 17, ascq: 0 },
        lba: 31n,
        durationMs: 7000,
        transferBytes: 4096,
        command: { name: 'READ(10)' },
      },
    ],
    [550, 'reset-outcome', { ResetStatus: '0xC00000B5' }, { status: 0xc00000b5 }],
    [551, 'surprise-removed', { Removable: 'false' }, { isRemovable: false }],
    [557, 'slow-io', { RequestDuration_ms: '12000', LBA: '0x10' }, { durationMs: 12000, lba: 16n }],
    [558, 'marked-failed', { FaultCode: '5', FaultDescription: ' lost ' }, { faultCode: 5, faultText: 'lost' }],
    [559, 'recovered', { FirmwareRevision: '1B4QFXO7' }, { firmware: '1B4QFXO7' }],
    [
      504,
      'error-summary',
      {
        TotalErrors: '12',
        TotalDeviceFailureErrors: '1',
        LastError_SenseKey: '3',
        LastError_LBA: '0x10',
        LastError_Command: '42',
      },
      {
        counts: { total: 12, deviceFailure: 1 },
        sense: { key: 3, asc: 0, ascq: 0 },
        lba: 16n,
        command: { name: 'WRITE(10)' },
      },
    ],
  ])('StorPort %i is %s', (id, kind, more, expected) => {
    expect(diskEvent(event('Microsoft-Windows-StorPort', id, named({ ...PORT, ...more })))).toMatchObject({
      kind,
      ...port,
      ...expected,
    });
  });

  it('StorPort 512 carries the health log of an NVMe drive', () => {
    const log = packet(512, {
      0: '04',
      1: '3f01',
      3: '640a03',
      112: '2c01',
      144: '07',
      160: 'ffffffffffffffff',
      176: '09',
    });
    expect(
      diskEvent(event('Microsoft-Windows-StorPort', 512, named({ ...PORT, NvmeHealthLog: log })))!.nvmeHealth,
    ).toMatchObject({
      criticalWarning: 4,
      temperatureKelvin: 319,
      sparePercent: 100,
      spareThresholdPercent: 10,
      usedPercent: 3,
      powerCycles: 300n,
      unsafeShutdowns: 7n,
      mediaErrors: 0xffffffffffffffffn,
      errorLogEntries: 9n,
    });
    expect(
      diskEvent(event('Microsoft-Windows-StorPort', 512, named({ NvmeHealthLog: '00' })))!.nvmeHealth,
    ).toBeUndefined();
  });

  it('StorPort 510 carries the attributes of an ATA disk', () => {
    const page = packet(512, { 2: '050033006464', 7: '0a00000000ff', 14: 'c5320064640000' });
    expect(
      diskEvent(
        event('Microsoft-Windows-StorPort', 510, named({ ...PORT, SmartReturnStatus: 'true', SmartAttributes: page })),
      ),
    ).toMatchObject({
      kind: 'smart-report',
      smartReturnStatus: true,
      smartAttributes: [
        { id: 5, current: 0, worst: 100, raw: 0xff000000000a },
        { id: 0xc5, current: 100, worst: 100, raw: 0 },
      ],
    });
  });

  it.each(['Microsoft-Windows-Ntfs', 'Ntfs'])(
    '%s names the volume, and 140 the disk and the status too',
    (provider) => {
      expect(
        diskEvent(
          event(
            provider,
            98,
            named({ DriveName: 'C:', DeviceName: '\\Device\\HarddiskVolume4', CorruptionActionState: '2' }),
          ),
        ),
      ).toMatchObject({ kind: 'volume-health', volume: 'C:', device: '\\Device\\HarddiskVolume4', volumeState: 2 });
      expect(
        diskEvent(
          event(
            provider,
            140,
            named({
              VolumeName: 'D:',
              ProductId: 'ST1000',
              DeviceSerialNumber: 'Z1',
              ProductRevision: 'CC4',
              DeviceNumber: '1',
              Error: '0xc000000e',
            }),
          ),
        ),
      ).toMatchObject({
        kind: 'log-flush-failed',
        volume: 'D:',
        model: 'ST1000',
        serial: 'Z1',
        firmware: 'CC4',
        diskNumber: 1,
        status: 0xc000000e,
      });
    },
  );

  it('finds the volume and the status of classic Ntfs events among their values', () => {
    expect(diskEvent(event('Ntfs', 55, values('', 'D:')))).toMatchObject({ kind: 'file-system-corrupt', volume: 'D:' });
    expect(diskEvent(event('Ntfs', 50, values('', 'file'), packet(0x28, { [STATUS]: '9d0000c0' })))).toMatchObject({
      kind: 'write-lost',
      status: 0xc000009d,
    });
  });

  it.each([
    [46, 'dump-setup-failed', 0xc0000001],
    [161, 'dump-write-failed', 0xc0000001],
    [162, 'dump-written', undefined],
  ])('volmgr %i is %s', (id, kind, status) => {
    const binary = packet(0x28, status === undefined ? {} : { [STATUS]: '010000c0' });
    expect(diskEvent(event('volmgr', id, values('\\Device\\HarddiskVolume3'), binary))).toMatchObject({
      kind,
      volume: '\\Device\\HarddiskVolume3',
      status,
    });
  });
});

it('answers for any event', () => {
  const provider = fc.constantFrom(
    'disk',
    'storahci',
    'Microsoft-Windows-StorPort',
    'Microsoft-Windows-StorDiag',
    'Ntfs',
    'volmgr',
  );
  const id = fc.constantFrom(7, 9, 11, 46, 51, 55, 98, 129, 140, 153, 154, 157, 500, 504, 505, 510, 512, 549, 551);
  const data = fc.array(
    fc.record({
      name: fc.constantFrom(undefined, 'LBA', 'Cdb', 'SrbStatus', 'IrpStatus', 'NvmeHealthLog'),
      value: fc.string(),
    }),
  );
  fc.assert(
    fc.property(
      provider,
      id,
      data,
      fc.option(fc.uint8Array({ maxLength: 180 }), { nil: undefined }),
      (name, eventId, list, bytes) => {
        diskEvent(event(name, eventId, list, bytes && Buffer.from(bytes).toString('hex')));
      },
    ),
    { numRuns: 500 },
  );
});
