import { BugcheckCode, bugcheck, NtStatus } from '@inpage/codes';
import { formatHex64 } from '@inpage/core';
import type { Decode } from '../stop.js';
import type { CrashFacts, DiskFacts } from '../verdict.js';

/** A 0x7A of layout C; without a status it is one whose source left the status out. */
export const inpageStop = (status?: number, over: Partial<Decode> = {}): Decode => ({
  code: BugcheckCode(0x7a),
  name: 'KERNEL_DATA_INPAGE_ERROR',
  family: 'inpage',
  layout: 'C',
  status: status === undefined ? undefined : NtStatus(status),
  statusNotRecorded: status === undefined,
  backing: 'unknown',
  parameters: [],
  warnings: [],
  ...over,
});

/** A stop whose parameters have no reading. */
export const otherStop = (code: number, over: Partial<Decode> = {}): Decode => ({
  code: BugcheckCode(code),
  name: bugcheck(BugcheckCode(code)).name,
  family: `bugcheck-0x${code.toString(16)}`,
  layout: 'none',
  statusNotRecorded: false,
  backing: 'unknown',
  parameters: [],
  warnings: [],
  ...over,
});

export const uncleanStop = (): Decode => otherStop(0, { name: 'no bugcheck', family: 'unclean-shutdown' });

export const signatureStop = (subtype: bigint): Decode =>
  otherStop(0x77, {
    layout: '77-signature',
    family: subtype === 2n ? 'inpage-crc' : 'bugcheck-0x77',
    parameters: [{ number: 1, value: formatHex64(subtype), label: 'subtype', meaning: '' }],
  });

export const pageChecksumStop = (): Decode =>
  otherStop(0x1a, { layout: '1A-crc', family: 'inpage-crc', backing: 'paging-file' });

const internal: DiskFacts = {
  model: 'Samsung SSD 870 EVO 1TB',
  firmware: 'SVT01B6Q',
  busType: 11,
  mediaType: 4,
  removable: false,
  virtual: false,
  bridged: false,
  holdsPageFile: true,
  isBoot: true,
};

export const SATA_DISK: DiskFacts = internal;
export const NVME_DISK: DiskFacts = {
  ...internal,
  model: 'Samsung SSD 980 PRO 1TB',
  firmware: '3B2QGXA7',
  busType: 17,
};
export const USB_DISK: DiskFacts = {
  ...internal,
  model: 'SanDisk 3.2Gen1',
  firmware: undefined,
  busType: 7,
  bridged: true,
  removable: true,
  isBoot: false,
};
export const VIRTUAL_DISK: DiskFacts = {
  ...internal,
  model: 'VMware Virtual disk',
  firmware: '2.0',
  busType: 10,
  mediaType: 0,
  virtual: true,
};

export const factsOf = (decode: Decode, over: Partial<CrashFacts> = {}): CrashFacts => ({
  decode,
  grade: 'B',
  dumpFailed: false,
  powerButton: false,
  ...over,
});

const on = (disk: DiskFacts, ...driverStack: string[]): Partial<CrashFacts> => ({
  disk,
  diskRule: 'paging-file-disk',
  driverStack,
});
const ON_SATA = on(SATA_DISK, 'partmgr', 'disk', 'storahci');
const ON_NVME = on(NVME_DISK, 'partmgr', 'disk', 'stornvme');
const ON_USB = on(USB_DISK, 'partmgr', 'disk', 'usbstor');

/** Crashes that between them exercise every rule. The name says what should be concluded. */
export const CRASHES: Readonly<Record<string, CrashFacts>> = {
  'media: bad block on SATA': factsOf(inpageStop(0xc000009c), ON_SATA),
  'media: operation failed, disk unknown': factsOf(inpageStop(0xc000016a)),
  'media: drive-internal fault': factsOf(inpageStop(0xc0000483), ON_SATA),
  'link: not connected': factsOf(inpageStop(0xc000009d), ON_SATA),
  'link: I/O device error': factsOf(inpageStop(0xc0000185), ON_SATA),
  'link: I/O device error over USB': factsOf(inpageStop(0xc0000185), ON_USB),
  'link: not connected over USB': factsOf(inpageStop(0xc000009d), ON_USB),
  'link: timeout on SATA': factsOf(inpageStop(0xc00000b5), ON_SATA),
  'link: USB protocol error': factsOf(
    inpageStop(0xc0000186),
    on({ ...USB_DISK, removable: false, busType: undefined }, 'disk'),
  ),
  'controller: timeout on NVMe': factsOf(inpageStop(0xc00000b5), ON_NVME),
  'controller: adapter fault': factsOf(inpageStop(0xc00000c2), ON_SATA),
  'controller: miniport kept a request': factsOf(otherStop(0xf0), ON_SATA),
  'controller: boot device out of reach': factsOf(otherStop(0x7b)),
  'controller: success without a whole page': factsOf(signatureStop(2n)),
  'device-gone: NVMe dropped off': factsOf(inpageStop(0xc000000e), { ...ON_NVME, dumpFailed: true }),
  'device-gone: USB disk pulled': factsOf(inpageStop(0xc000000e), ON_USB),
  'device-gone: USB disk, status not recorded': factsOf(inpageStop(), { ...ON_USB, grade: 'C' }),
  'resources: nonpaged pool in a VM': factsOf(inpageStop(0xc000009a), on(VIRTUAL_DISK, 'disk', 'vioscsi')),
  'resources: nonpaged pool': factsOf(inpageStop(0xc000009a), ON_SATA),
  'filesystem: corrupt file': factsOf(inpageStop(0xc0000102), ON_SATA),
  'filesystem: image checksum': factsOf(inpageStop(0xc0000221), ON_SATA),
  'filesystem: NTFS stop': factsOf(otherStop(0x24), ON_SATA),
  'encryption: volume locked': factsOf(inpageStop(0xc0210000), ON_SATA),
  'virtual: VHD metadata': factsOf(inpageStop(0xc03a0010)),
  'virtual: I/O device error in a VM': factsOf(inpageStop(0xc0000185), on(VIRTUAL_DISK, 'partmgr', 'disk', 'pvscsi')),
  'virtual: device gone behind viostor': factsOf(inpageStop(0xc000000e), { driverStack: ['disk', 'viostor'] }),
  'memory: access violation as status': factsOf(inpageStop(0xc0000005), ON_SATA),
  'memory: hardware memory error': factsOf(inpageStop(0xc0000709)),
  'memory: Memory Manager tables': factsOf(otherStop(0x1a)),
  'memory: corrupted page': factsOf(otherStop(0x12b)),
  'memory: stack signature': factsOf(signatureStop(0n)),
  'software: driver at high IRQL': factsOf(otherStop(0xd1), { grade: 'A' }),
  'software: refused request': factsOf(inpageStop(0xc0000010), ON_SATA),
  'unknown: page checksum': factsOf(pageChecksumStop(), ON_SATA),
  'unknown: status not recorded': factsOf(inpageStop(), { ...ON_SATA, grade: 'C' }),
  'unknown: status not in the table': factsOf(inpageStop(0xc0de0001), ON_SATA),
  'unknown: critical process died': factsOf(otherStop(0xef), ON_SATA),
  'unknown: power button': factsOf(uncleanStop(), { grade: 'D', powerButton: true }),
  'unknown: no code, no dump': factsOf(uncleanStop(), { grade: 'D', dumpFailed: true }),
};
