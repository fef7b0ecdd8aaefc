import type { EventContent } from './event-content.js';
import { hexDigits, ioErrorPacket, scsiErrorPacket } from './event-packets.js';

export interface DiskErrorFacts {
  /** N of `\Device\HarddiskN\DRx`. */
  disk: number;
  /** FinalStatus; 0 while the request is retried. */
  status: number;
  srbStatus?: number;
  lba?: number;
  write?: boolean;
  /** What the disk said; its presence sets the flag on the SRB status. */
  sense?: { key: number; asc: number; ascq: number };
  /** 32 for the layout of x86; 64 unless told otherwise. */
  bits?: 32 | 64;
}

/** A disk as StorPort, StorDiag and Ntfs name it. */
export interface NamedDisk {
  disk?: number;
  vendor?: string;
  model: string;
  firmware: string;
  serial: string;
}

/** The facts of each kind of storage event. */
export interface StorageEventFacts {
  'disk-7': DiskErrorFacts;
  'disk-11': DiskErrorFacts;
  'disk-15': DiskErrorFacts;
  'disk-51': DiskErrorFacts;
  'disk-52': { disk: number };
  'disk-153': { disk: number; lba: bigint; pdoName?: string; srbStatus?: number };
  'disk-154': { disk: number; lba: bigint; pdoName?: string; srbStatus?: number };
  'disk-157': { disk: number };
  'port-129': { driver: string; port: number };
  'port-11': { driver: string; port: number };
  'ntfs-55': { drive: string };
  'ntfs-98': { drive: string; volume: number; state: 0 | 1 | 2 | 3 };
  'ntfs-140': NamedDisk & { drive: string; status: number };
  'stordiag-500': NamedDisk & { status: number; lba: bigint; bytes: number };
  'stordiag-505': NamedDisk & { status: number; srbStatus: number; sense: [number, number, number]; cdb: string };
  'storport-549': NamedDisk & { driver: string; port: number; opcode: number; srbStatus: number; lba: bigint };
  'storport-551': NamedDisk & { driver: string; port: number };
  '46': { device?: string };
  '162': { device?: string };
}

type Data = EventContent['data'];
type Kinds = { readonly [K in keyof StorageEventFacts]: (facts: StorageEventFacts[K]) => EventContent };

const CLASSIC = { task: 0, keywords: '0080000000000000' };
const MANIFEST = { version: 1, level: 2, task: 0, keywords: '8000000000000000' };
const ZERO_GUID = '{00000000-0000-0000-0000-000000000000}';
const unnamed = (...values: string[]): Data => values.map((value) => [undefined, value]);
const hex32 = (value: number): string => `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
const device = (disk: number): string => `\\Device\\Harddisk${disk}\\DR${disk}`;

/** One writer per kind. Classic events: class.c and ntiologc.h; named ones: the manifests of Windows 10. */
export const STORAGE_EVENT_KINDS: Kinds = {
  'disk-7': (facts) => diskError(7, 0xc0040007, 256, facts),
  'disk-11': (facts) => diskError(11, 0xc004000b, 259, facts),
  'disk-15': (facts) => diskError(15, 0xc004000f, 260, facts),
  'disk-51': (facts) => diskError(51, 0x80040033, 301, facts),
  'disk-52': ({ disk }) => classic('disk', 0x80040034, unnamed(device(disk)), { dump: [0, 0, 0] }),
  'disk-153': (facts) => retried(0x80040099, facts),
  'disk-154': (facts) => retried(0xc004009a, facts),
  'disk-157': ({ disk }) => classic('disk', 0x8004009d, unnamed(device(disk), String(disk))),
  'port-129': ({ driver, port }) =>
    classic(driver, 0x80040081, unnamed(`\\Device\\RaidPort${port}`), { dump: [0, 0, 0, 0] }),
  'port-11': ({ driver, port }) => classic(driver, 0xc004000b, unnamed(`\\Device\\RaidPort${port}`)),
  'ntfs-55': ({ drive }) => classic('Ntfs', 0xc0040037, unnamed('', drive)),
  'ntfs-98': ({ drive, volume, state }) => ({
    ...ntfs(98),
    level: state === 0 ? 4 : 2,
    data: [
      ['DriveName', drive],
      ['DeviceName', `\\Device\\HarddiskVolume${volume}`],
      ['CorruptionActionState', String(state)],
    ],
  }),
  'ntfs-140': (facts) => ({
    ...ntfs(140),
    version: 2,
    data: [
      ['VolumeCorrelationId', ZERO_GUID],
      ['MountStartTimeUtc', '2026-07-22T09:00:00.0000000Z'],
      ['VolumeName', facts.drive],
      ['IsBootVolume', 'false'],
      ['DeviceName', '\\Device\\HarddiskVolume3'],
      ['VendorId', facts.vendor ?? ''],
      ['ProductId', facts.model],
      ['ProductRevision', facts.firmware],
      ['DeviceSerialNumber', facts.serial],
      ['BusType', '17'],
      ['DeviceGuid', ZERO_GUID],
      ['DeviceNumber', String(facts.disk ?? 0)],
      ['NativeNVMe', 'false'],
      ['AdapterSerialNumber', facts.serial],
      ['Error', hex32(facts.status)],
    ],
  }),
  'stordiag-500': (facts) => ({
    ...storDiag(500, facts),
    data: [
      ...storDiag(500, facts).data,
      ['IrpStatus', hex32(facts.status)],
      ['LBA', `0x${facts.lba.toString(16)}`],
      ['TransferByteCount', String(facts.bytes)],
      ['NvCachePriority', '0'],
      ['PagingPriority', '1'],
    ],
  }),
  'stordiag-505': (facts) => ({
    ...storDiag(505, facts),
    data: [
      ...storDiag(505, facts).data,
      ['DownLevelIrpStatus', hex32(facts.status)],
      ['SrbStatus', String(facts.srbStatus)],
      ['ScsiStatus', '2'],
      ['SenseKey', String(facts.sense[0])],
      ['AdditionalSenseCode', String(facts.sense[1])],
      ['AdditionalSenseCodeQualifier', String(facts.sense[2])],
      ['CdbByteCount', String(facts.cdb.length / 2)],
      ['CdbBytes', facts.cdb],
      ['NumberOfRetriesDone', '8'],
    ],
  }),
  'storport-549': (facts) => ({
    ...storPort(549),
    data: [
      ['PortNumber', String(facts.port)],
      ...unit(),
      ['ClassDeviceGuid', ZERO_GUID],
      ['AdapterGuid', ZERO_GUID],
      ['BusType', '17'],
      ['MiniportName', facts.driver],
      ['VendorId', (facts.vendor ?? 'NVMe').padEnd(8)],
      ['ProductId', facts.model],
      ['SerialNumber', facts.serial],
      ['AdapterSerialNumber', facts.serial],
      ['BootDevice', 'true'],
      ['Version', '1'],
      ['RequestDuration_ms', '7000'],
      ['WaitDuration_ms', '0'],
      ['Command', String(facts.opcode)],
      ['SrbStatus', String(facts.srbStatus)],
      ['ScsiStatus', '2'],
      ['SenseKey', '3'],
      ['AddSense', '17'],
      ['AddSenseQ', '0'],
      ['IoSize', '4096'],
      ['QueueDepth', '1'],
      ['LBA', `0x${facts.lba.toString(16)}`],
    ],
  }),
  'storport-551': (facts) => ({
    ...storPort(551),
    data: [
      ['MiniportName', facts.driver],
      ['PortNumber', String(facts.port)],
      ['AdapterGuid', ZERO_GUID],
      ...unit(),
      ['ClassDeviceGuid', ZERO_GUID],
      ['VendorId', (facts.vendor ?? 'NVMe').padEnd(8)],
      ['ProductId', facts.model],
      ['SerialNumber', facts.serial],
      ['AdapterSerialNumber', facts.serial],
      ['Removable', 'false'],
      ['SurpriseRemovalOK', 'false'],
    ],
  }),
  '46': ({ device: name = '\\Device\\HarddiskVolume3' }) =>
    classic('volmgr', 0xc004002e, unnamed(name), { finalStatus: 0xc0000001 }),
  '162': ({ device: name = '\\Device\\HarddiskVolume3' }) => classic('volmgr', 0x000400a2, unnamed(name)),
};

const diskError = (id: number, errorCode: number, unique: number, facts: DiskErrorFacts): EventContent => ({
  ...CLASSIC,
  provider: id === 7 ? 'disk' : 'Disk',
  id,
  qualifiers: errorCode >>> 16,
  level: id === 51 ? 3 : 2,
  data: unnamed(device(facts.disk)),
  binary: hexDigits(scsiErrorPacket({ errorCode, unique, ...facts })),
});

function retried(errorCode: number, facts: StorageEventFacts['disk-153']): EventContent {
  const { disk, lba, pdoName = '\\Device\\00000024', srbStatus = 0x09 } = facts;
  const data = unnamed(device(disk), `0x${lba.toString(16)}`, String(disk), pdoName);
  return classic('disk', errorCode, data, { retries: 1, major: 0x0f, dump: [0, 0, srbStatus, 0x28] });
}

/** An event of a driver: id and qualifiers are the two halves of its error code. */
function classic(
  provider: string,
  errorCode: number,
  data: Data,
  packet: Partial<Parameters<typeof ioErrorPacket>[0]> = {},
): EventContent {
  return {
    ...CLASSIC,
    provider,
    id: errorCode & 0xffff,
    qualifiers: errorCode >>> 16,
    level: errorCode >>> 30 === 3 ? 2 : 3,
    data,
    binary: hexDigits(ioErrorPacket({ errorCode, finalStatus: 0, ...packet })),
  };
}

const ntfs = (id: number): EventContent => ({
  ...MANIFEST,
  provider: 'Microsoft-Windows-Ntfs',
  guid: '{3FF37A1C-A68D-4D6E-8C9B-F79E8B16C482}',
  id,
  version: 0,
  data: [],
});

const storPort = (id: number): EventContent => ({
  ...MANIFEST,
  provider: 'Microsoft-Windows-StorPort',
  guid: '{C4636A1E-7986-4646-BF10-7BC3B4A76E8E}',
  id,
  version: 2,
  data: [],
});

const storDiag = (id: number, facts: NamedDisk): EventContent => ({
  ...MANIFEST,
  provider: 'Microsoft-Windows-StorDiag',
  guid: '{F5D05B38-80A6-4653-825D-C414E4AB3C68}',
  id,
  data: [
    ['DeviceGUID', ZERO_GUID],
    ['DeviceNumber', String(facts.disk ?? 0)],
    ['Vendor', (facts.vendor ?? 'NVMe').padEnd(8)],
    ['Model', facts.model],
    ['FirmwareVersion', facts.firmware],
    ['SerialNumber', facts.serial],
  ],
});

const unit = (): [string, string][] => [
  ['PathID', '0'],
  ['TargetID', '0'],
  ['LUN', '0'],
];
