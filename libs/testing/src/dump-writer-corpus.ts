import { X64_PICTURE, X86_PICTURE, type DumpPicture, type SecondaryPicture } from './dump-writer-picture.js';
import { SECONDARY_GUIDS, writeCpuValues, writeHypervisorLeaves } from './dump-writer-secondary.js';
import { writeSmbios } from './dump-writer-smbios.js';
import { writeStorageHistory } from './dump-writer-storport.js';
import { writeDumpX64 } from './dump-writer-x64.js';
import { writeDumpX86 } from './dump-writer-x86.js';

/** Stands wherever a real dump would name a person or a person's machine; must never come out of a reader. */
export const SECRET = 'alice.liddell';

const MS = 10_000n;
const CRASH = X64_PICTURE.systemTime;

/** One write that is 31 s old, a flush that waits, one read that failed, and a slow one among the good. */
export const STORAGE_REQUESTS = [
  { opcode: 0x35, srbFunction: 8, start: CRASH - 30_000n * MS, end: 0n, status: 0x00 },
  { opcode: 0x2a, start: CRASH - 31_000n * MS, end: 0n, status: 0x20, error: 0xdf, tag: 7 },
  { opcode: 0x28, start: CRASH - 40_000n * MS, end: CRASH - 39_000n * MS, status: 0x84, tag: 6 },
  { opcode: 0x2a, start: CRASH - 50_000n * MS, end: CRASH - 49_820n * MS, status: 0x01, tag: 5 },
  { opcode: 0x28, start: CRASH - 60_000n * MS, end: CRASH - 60_000n * MS, status: 0x01, tag: 4 },
  { opcode: 0x00, start: 0n, end: 0n, status: 0x01, tag: 3 },
];

export const SMBIOS_PICTURE = {
  bios: { vendor: 'Dell Inc.', version: '1.12.0', date: '01/30/2024' },
  system: { manufacturer: 'Dell Inc.', product: 'Vostro 3020 T', version: '1.0', serial: SECRET, family: 'Vostro' },
  board: { manufacturer: 'Dell Inc.', product: '0XR1GT', serial: SECRET },
  memory: [
    { slot: 'DIMM1', sizeMb: 16_384, speed: 3200, manufacturer: 'Kingston', serial: SECRET, part: 'KF432C16BB/16' },
    { slot: 'DIMM2', sizeMb: 65_536, speed: 3200, manufacturer: 'Not Specified', serial: SECRET, part: '  ' },
    { slot: 'DIMM3', sizeMb: 0, speed: 0, manufacturer: 'NO DIMM', serial: '', part: 'NO DIMM' },
  ],
};

export const CPU_PICTURE = {
  name: '13th Gen Intel(R) Core(TM) i5-13400   ',
  vendor: 'GenuineIntel',
  identifier: 'Intel64 Family 6 Model 191 Stepping 2',
  mhz: 2496,
  microcode: 0x2e,
};

const personal = Buffer.from(`C:\\Users\\${SECRET}\\Wi-Fi`, 'utf16le');

/** What stands behind a triage dump: what may be read, and around it what may not. */
export const SECONDARY: readonly SecondaryPicture[] = [
  { guid: SECONDARY_GUIDS.etwBuffers, data: personal, prePad: 4, postPad: 2 },
  { guid: SECONDARY_GUIDS.none, data: new Uint8Array() },
  { guid: SECONDARY_GUIDS.smbios, data: new Uint8Array() },
  { guid: SECONDARY_GUIDS.smbios, data: writeSmbios(SMBIOS_PICTURE), prePad: 8 },
  { guid: SECONDARY_GUIDS.cpu, data: writeCpuValues(CPU_PICTURE), postPad: 3 },
  { guid: SECONDARY_GUIDS.userPath, data: personal },
  { guid: SECONDARY_GUIDS.hypervisor, data: writeHypervisorLeaves('VBoxVBoxVBox') },
  { guid: SECONDARY_GUIDS.storage, data: writeStorageHistory(STORAGE_REQUESTS) },
];

const STALE = Buffer.concat([
  Buffer.from('regf'),
  Buffer.from(`old disk content of ${SECRET}`, 'utf16le'),
  Buffer.alloc(2048, 0x5a),
]);

const K: Partial<DumpPicture> = { flavour: 'K', secondary: SECONDARY, stale: STALE };
const R: Partial<DumpPicture> = { flavour: 'R', secondary: SECONDARY };
const ARM64: Partial<DumpPicture> = {
  machine: 0xaa64,
  build: 22000,
  process: { name: 'System', at: 0x560 },
  context: { ...X64_PICTURE.context, flags: 0x400007 },
};

/** One written dump of each kind that the reader knows, by name. */
export const dumpCorpus = (): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ['x64 re-written', writeDumpX64(R)],
    ['x64 kernel-generated', writeDumpX64(K)],
    ['x64 without secondary data', writeDumpX64()],
    ['x64 faulting context', writeDumpX64({ ...R, code: 0x1000007e })],
    ['arm64 re-written', writeDumpX64({ ...R, ...ARM64 })],
    ['x86 re-written', writeDumpX86(R)],
    ['x86 kernel-generated', writeDumpX86({ ...X86_PICTURE, flavour: 'K', secondary: SECONDARY })],
    ['full', writeDumpX64({ flavour: 'K', dumpType: 1 })],
    ['bitmap', writeDumpX64({ flavour: 'K', dumpType: 5 })],
    ['kernel x86', writeDumpX86({ flavour: 'K', dumpType: 2 })],
    ['encrypted', writeDumpX64({ ...K, attributes: 0x108 })],
  ]);
