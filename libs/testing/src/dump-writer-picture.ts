/** What a written dump is to say; the writers know where it goes. */
export interface DumpPicture {
  /** K: written by the kernel while it stopped. R: re-written by Windows at the next boot. */
  readonly flavour: 'K' | 'R';
  /** IMAGE_FILE_MACHINE_*. */
  readonly machine: number;
  readonly build: number;
  readonly dumpType: number;
  readonly code: number;
  readonly parameters: readonly [bigint, bigint, bigint, bigint];
  /** FILETIME. */
  readonly systemTime: bigint;
  /** 100 ns steps. */
  readonly upTime: bigint;
  readonly processors: number;
  readonly memoryPages: bigint;
  /** Set in K dumps only; bit 0x100 says that the body is encrypted. */
  readonly attributes: number;
  readonly exceptionCode: number;
  readonly context: { readonly flags: number; readonly ip: bigint; readonly sp: bigint; readonly fp: bigint };
  readonly drivers: readonly DriverPicture[];
  /** Bytes that a later Windows has added to each entry of the driver list; 64-bit only. */
  readonly driverEntryGrowth: number;
  readonly unloaded: readonly { readonly name: string; readonly base: bigint; readonly end: bigint }[];
  readonly process: { readonly name: string; readonly at: number };
  readonly currentProcessor: number;
  readonly stack: { readonly top: bigint; readonly values: readonly bigint[] };
  readonly lab: { readonly address: bigint; readonly text: string };
  /** Maximum and allocated nonpaged pool, maximum and allocated paged pool, committed, peak, limit. */
  readonly memoryManager: readonly bigint[];
  readonly blocks: readonly { readonly address: bigint; readonly bytes: Uint8Array }[];
  readonly secondary: readonly SecondaryPicture[];
  /** Old disk content behind the chain, as K dumps have it. */
  readonly stale: Uint8Array;
}

export interface DriverPicture {
  /** As Windows would write it; R dumps have whole paths. */
  readonly path: string;
  readonly base: bigint;
  readonly size: number;
  readonly checkSum?: number;
  readonly timestamp?: number;
}

export interface SecondaryPicture {
  readonly guid: string;
  readonly data: Uint8Array;
  readonly prePad?: number;
  readonly postPad?: number;
}

/** Where each part of the triage dump came to lie: file offsets. */
export interface TriageParts {
  mm: number;
  unloaded: number;
  prcb: number;
  process: number;
  thread: number;
  stack: number;
  stackBytes: number;
  drivers: number;
  pool: number;
  poolBytes: number;
  kdbg: number;
  kdbgBytes: number;
  blocks: number;
  blockCount: number;
  end: number;
}

const KERNEL = 0xfffff803_1a200000n;
const STACK = 0xffffd003_4fe6e6a8n;

/** A 0x7A of an x64 Windows 10: a page of a driver could not be read back, and the disk answered with an error. */
export const X64_PICTURE: DumpPicture = {
  flavour: 'R',
  machine: 0x8664,
  build: 19041,
  dumpType: 4,
  code: 0x7a,
  parameters: [0xffffe00001234560n, 0xffffffffc000009cn, 0x2a44c0880n, 0xfffff80322345678n],
  systemTime: 133_500_000_000_000_000n,
  upTime: 36_000_000_000n,
  processors: 8,
  memoryPages: 0x3ec8ebn,
  attributes: 0xc,
  exceptionCode: 0x80000003,
  context: { flags: 0x10001f, ip: KERNEL + 0x3f9390n, sp: STACK, fp: 0n },
  drivers: [
    { path: String.raw`\SystemRoot\system32\ntoskrnl.exe`, base: KERNEL, size: 0x1046000, checkSum: 0xa5d0ef, timestamp: 0x118db48f },
    { path: String.raw`\SystemRoot\System32\drivers\storport.sys`, base: 0xfffff803_1e000000n, size: 0xb0000, timestamp: 0x9a8b7c6d },
    { path: String.raw`\??\C:\Users\alice.liddell\AppData\Local\Temp\vendor.sys`, base: 0xfffff803_22340000n, size: 0xc1a0, checkSum: 0x11, timestamp: 0x22 },
    { path: String.raw`\SystemRoot\System32\drivers\Ntfs.sys`, base: 0xfffff803_1e600000n, size: 0x2e0000, timestamp: 0x51626f1f },
    { path: String.raw`\SystemRoot\System32\win32kbase.sys`, base: 0xffff9a14_30000000n, size: 0x2d7000 },
  ],
  driverEntryGrowth: 0,
  unloaded: [{ name: 'dump_storport.sys', base: 0xfffff803_20000000n, end: 0xfffff803_2000f000n }],
  process: { name: 'notmyfault64.exe', at: 0x5a8 },
  currentProcessor: 3,
  stack: {
    top: STACK,
    values: [KERNEL + 0x40a569n, 0x7an, 0xfffff803_22345678n, 0n, 0xfffff803_22341000n, KERNEL + 0x12345n, 0xfffff803_1e012345n, 0x7ff6_1234_5678n],
  },
  lab: { address: KERNEL + 0x3a000n, text: '19041.1.amd64fre.vb_release.191206-1406' },
  memoryManager: [0x7_0000_0000n, 0x1_2345n, 0xf_0000_0000n, 0x1000_0000n, 0x3f_0000n, 0x40_0000n, 0x41_0000n],
  blocks: [
    { address: 0xffffe000_01234000n, bytes: Uint8Array.from({ length: 64 }, (_, i) => i) },
    { address: 0xffffe000_01234040n, bytes: Uint8Array.from({ length: 32 }, (_, i) => 64 + i) },
  ],
  secondary: [],
  stale: new Uint8Array(),
}; // prettier-ignore

/** The same stop on a 32-bit Windows 7. */
export const X86_PICTURE: DumpPicture = {
  ...X64_PICTURE,
  machine: 0x14c,
  build: 7601,
  parameters: [0xc0419e40n, 0xc000009cn, 0x2c5d0880n, 0x833c8000n],
  memoryPages: 0x7fedbn,
  context: { flags: 0x1003f, ip: 0x82a9c0f4n, sp: 0x8078ad24n, fp: 0x8078ad40n },
  drivers: [
    { path: String.raw`\SystemRoot\system32\ntkrnlpa.exe`, base: 0x82a3_c000n, size: 0x41_3000, timestamp: 0x4ce78a09 },
    { path: String.raw`\SystemRoot\System32\drivers\ataport.SYS`, base: 0x8b40_0000n, size: 0x2_3000, timestamp: 0x4ce788b7 },
    { path: String.raw`\SystemRoot\System32\drivers\vendor.sys`, base: 0x833c_0000n, size: 0x1_8000, timestamp: 0x22 },
  ],
  unloaded: [{ name: 'dump_dumpata.sys', base: 0x9180_0000n, end: 0x9180_b000n }],
  process: { name: 'System', at: 0x16c },
  stack: { top: 0x8078ad24n, values: [0x82af_1234n, 0x7an, 0x833c_1234n, 0x833c_2000n, 0x8b40_1234n, 0n] },
  lab: { address: 0x82a4_5678n, text: '7601.24384.x86fre.win7sp1_ldr_escrow.190220-1800' },
  memoryManager: [0x4000_0000n, 0x2345n, 0x7000_0000n, 0x1000_0000n, 0x3_0000n, 0x4_0000n, 0x4_1000n],
  blocks: [
    { address: 0x8510_1000n, bytes: Uint8Array.from({ length: 64 }, (_, i) => i) },
    { address: 0x8510_1040n, bytes: Uint8Array.from({ length: 32 }, (_, i) => 64 + i) },
  ],
}; // prettier-ignore
