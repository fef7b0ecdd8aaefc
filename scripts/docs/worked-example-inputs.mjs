import { bufferSource, dumpRecordOf, isKernelDump, readDump } from '@inpage/dump';
import { SECONDARY_GUIDS, writeDumpX64, writeEvent, writeSmbios, writeStorageHistory } from '@inpage/testing';

/**
 * @typedef {object} Example
 * @property {string} title
 * @property {string} told how it began
 * @property {string} file
 * @property {string} content
 * @property {string} raw the part of it that a reader should see
 * @property {string} fixed how it ended
 * @property {string} source
 */

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** @param {number} ms */
const ago = (ms) => new Date(Date.UTC(2026, 10, 20, 9, 30) - ms);
const version = '10.0.26100.4351';

/** @param {string[]} names */
const stack = (...names) => names.map((name) => ({ name, version }));

/**
 * @param {string} computer
 * @param {object} disk
 * @param {object} [machine]
 */
const inventory = (
  computer,
  disk,
  machine = { manufacturer: 'Contoso', model: 'Workbook 14', osBuild: '26100.4351' },
) =>
  JSON.stringify({
    kind: 'inventory',
    computer,
    at: ago(DAY / 2).toISOString(),
    machine,
    disks: [{ number: 0, isBoot: true, holdsPageFile: true, mediaType: 4, ...disk }],
  });

let number = 4000;
/** @type {(computer: string, before: number, kind: any, facts?: object) => string} */
const event = (computer, before, kind, facts = {}) =>
  JSON.stringify({
    kind: 'event',
    event: writeEvent(kind, { computer, time: ago(before), recordId: ++number, ...facts }, 'json'),
  });

/** @param {string[]} lines */
const ndjson = (...lines) => `${lines.join('\n')}\n`;

/** @type {Example} */
const badBlocks = (() => {
  const computer = 'pc-041';
  /** @param {number} before @param {number} id */
  const bad = (before, id) => event(computer, before, `disk-${id}`, { disk: 0, lba: 6_291_568n, srbStatus: 0x04 });
  return {
    title: 'Bad blocks, announced three days before',
    told: `The help desk has a ticket: "blue screen again, since Monday". The machine sends its events and its inventory through the agent.
Nobody has looked at the log; there are four lines in it that matter, and some thousand that do not.`,
    file: '1-bad-blocks.ndjson',
    content: ndjson(
      inventory(computer, {
        model: 'Samsung SSD 870 EVO 1TB',
        firmware: 'SVT01B6Q',
        serial: 'EXAMPLE0000041',
        busType: 11,
        driverStack: stack('partmgr', 'disk', 'storahci'),
      }),
      event(computer, 3 * DAY, 'disk-52', { disk: 0 }),
      bad(26 * 60 * MINUTE, 154),
      bad(9 * MINUTE, 154),
      bad(MINUTE / 2, 154),
      event(computer, -2 * MINUTE, '41', {
        version: 8,
        code: 0x7a,
        parameters: [0xffffe10a3c2b7d40n, 0xffffffffc000009cn, 0x2a44c0880n, 0xffffc08812345000n],
      }),
      event(computer, -2.1 * MINUTE, '6008', { stoppedAt: ago(0) }),
      event(computer, -2.2 * MINUTE, '1001', {
        code: 0x7a,
        parameters: [0xffffe10a3c2b7d40n, 0xffffffffc000009cn, 0x2a44c0880n, 0xffffc08812345000n],
      }),
    ),
    raw: `disk 52    The driver has detected that device \\Device\\Harddisk0\\DR0 has predicted that it will fail. …
disk 154   The IO operation at logical block address 0x600030 for Disk 0 … failed due to a hardware error.   (three times, the last 30 s before)
1001       The bugcheck was: 0x0000007a (0xffffe10a3c2b7d40, 0xffffffffc000009c, 0x00000002a44c0880, 0xffffc08812345000)`,
    fixed: `The disk was replaced the same day, without trying cables first: the drive answered, said where it could not read, and had said three
days before that it would fail. Firmware SVT01B6Q of this model is worth a look across the fleet: its groups tell whether others follow.`,
    source: `Source of the pattern: Microsoft on 0xC000009C in 0x7A ([status codes](status-codes.md#0xc000009c)); the class driver on event 154.`,
  };
})();

/** @type {Example} */
const gone = {
  title: 'A page of a driver whose disk had left',
  told: `A user posts what WinDbg printed. The module named on the screen is a file system driver, and the thread is already blaming it.`,
  file: '2-disk-gone.txt',
  content: `*******************************************************************************
*                        Bugcheck Analysis                                    *
*******************************************************************************

KERNEL_DATA_INPAGE_ERROR (7a)
Arguments:
Arg1: ffffc1049a602ec0, lock type that was held (value 1,2,3, or PTE address)
Arg2: ffffffffc000000e, error status (normally i/o status code)
Arg3: 00000002454628c0, current process (virtual address for lock type 3, or PTE)
Arg4: fffff8053c2b0000, virtual address that could not be in-paged

MODULE_NAME: ZFSin
IMAGE_NAME:  ZFSin.sys
`,
  raw: `KERNEL_DATA_INPAGE_ERROR (7a)
Arg1: ffffc1049a602ec0   Arg2: ffffffffc000000e   Arg3: 00000002454628c0   Arg4: fffff8053c2b0000
IMAGE_NAME:  ZFSin.sys`,
  fixed: `The page that was missing belonged to the driver's image file: Windows wanted to read code of ZFSin.sys back, and the disk it lies on had
left the bus. The driver is the victim. The boot disk was reseated; a disk that leaves again in another slot gets replaced. A text has no log around
it, so the page says under "Not known" what would tell which disk it was.`,
  source: `The arguments are those of [openzfsonwindows/ZFSin issue 313](https://github.com/openzfsonwindows/ZFSin/issues/313).`,
};

/** @type {Example} */
const cable = (() => {
  const computer = 'pc-112';
  return {
    title: 'Resets and transfer errors: the cable, not the disk',
    told: `A desktop PC with a SATA SSD stops every few days. SMART is clean, and somebody has already replaced the disk once. It came back.`,
    file: '3-cable.ndjson',
    content: ndjson(
      inventory(computer, {
        model: 'CT1000MX500SSD1',
        firmware: 'M3CR046',
        serial: 'EXAMPLE0000112',
        busType: 11,
        driverStack: stack('partmgr', 'disk', 'storahci'),
      }),
      ...[8, 6, 5, 3, 1.5].map((minutes, i) =>
        event(computer, minutes * MINUTE, 'disk-153', { disk: 0, lba: BigInt(39_338 + i * 80_000), srbStatus: 0x0f }),
      ),
      event(computer, 4 * MINUTE, 'port-129', { driver: 'storahci', port: 0 }),
      event(computer, MINUTE, 'port-129', { driver: 'storahci', port: 0 }),
      event(computer, -1.9 * MINUTE, '6008', { stoppedAt: ago(0) }),
      event(computer, -2 * MINUTE, '1001', {
        code: 0x7a,
        parameters: [0xffffe10a3c2b7d40n, 0xffffffffc0000185n, 0x1a44c0880n, 0xffffc08812345000n],
      }),
    ),
    raw: `disk 153      The IO operation at logical block address 0x99aa for Disk 0 … was retried.    SRB status 0x0F, PARITY_ERROR   (five places)
storahci 129  Reset to device, \\Device\\RaidPort0, was issued.                                                             (twice)
1001          The bugcheck was: 0x0000007a (0xffffe10a3c2b7d40, 0xffffffffc0000185, …)`,
    fixed: `Five different addresses and a parity error mean that bits were lost on the way, not on the flash. A new SATA cable ended it; the disk that
had been replaced before was healthy.`,
    source: `Why PARITY_ERROR speaks of the link: the SATA miniport reports CRC errors of the link that way ([Windows-driver-samples](https://github.com/microsoft/Windows-driver-samples), storahci).`,
  };
})();

/** @param {string} computer @param {Uint8Array} dump */
function factsOf(computer, dump) {
  const reading = readDump(bufferSource(dump));
  if (!isKernelDump(reading)) throw new Error(reading.says);
  return JSON.stringify(dumpRecordOf(reading, { computer }));
}

/** @type {Example} */
const silent = (() => {
  const tick = 10_000n;
  const computer = 'pc-087';
  /** 100 ns steps from 1601 to 1970. */
  const EPOCH = 116_444_736_000_000_000n;
  const stop = BigInt(ago(0).getTime()) * tick + EPOCH;
  /** @param {number} ms */
  const before = (ms) => stop - BigInt(ms) * tick;
  const requests = [
    ...[30_000, 29_100, 28_000, 12_000].map((ms, i) => ({
      opcode: i % 2 ? 0x2a : 0x28,
      start: before(ms),
      end: 0n,
      status: 0x20,
      tag: i,
    })),
    ...Array.from({ length: 40 }, (_, i) => ({
      opcode: 0x28,
      start: before(40_000 + i * 50),
      end: before(39_998 + i * 50),
      status: 0x01,
      tag: 10 + i,
    })),
  ];
  return {
    title: 'A dump that shows what the disk was doing',
    told: `A laptop freezes for half a minute and then stops. The System log is empty, because the disk that should hold it is the one that fell
silent. The agent reads the minidump that Windows could just write, and sends its facts.`,
    file: '4-silent-nvme.ndjson',
    content: ndjson(
      inventory(computer, {
        model: 'Samsung SSD 980 PRO 1TB',
        firmware: '3B2QGXA7',
        serial: 'EXAMPLE0000087',
        busType: 17,
        driverStack: stack('partmgr', 'disk', 'stornvme'),
      }),
      factsOf(
        computer,
        writeDumpX64({
          systemTime: stop,
          parameters: [0xffffe00001234560n, 0xffffffffc00000b5n, 0x2a44c0880n, 0xfffff80322345678n],
          process: { name: 'System', at: 0x5a8 },
          memoryManager: [0x7_0000_0000n, 0x1_2345n, 0xf_0000_0000n, 0x1000_0000n, 0x1f_0000n, 0x40_0000n, 0x41_0000n],
          secondary: [
            {
              guid: SECONDARY_GUIDS.storage,
              data: writeStorageHistory(requests),
            },
            {
              guid: SECONDARY_GUIDS.smbios,
              data: writeSmbios({
                bios: { vendor: 'Contoso', version: '1.12', date: '01/30/2026' },
                system: { manufacturer: 'Contoso', product: 'Workbook 14', version: '', serial: '', family: '' },
                board: { manufacturer: 'Contoso', product: 'WB14', serial: '' },
                memory: [],
              }),
            },
          ],
        }),
      ),
    ),
    raw: `bugcheck 0x7A, parameter 2 0xFFFFFFFFC00000B5; StorPort’s memory of its last 44 requests: 40 answered within 2 ms, then 4 that never were`,
    fixed: `Requests of up to 30 seconds without an answer, right after answers of 2 ms: nothing was read wrongly, the disk stopped answering. On NVMe
that is firmware, a power state or heat. The firmware was updated and PCIe link power saving switched off; the group is watched.`,
    source: `The status: [0xC00000B5](status-codes.md#0xc00000b5). StorPort's memory of its requests: DEVICEDUMP_STORAGESTACK_PUBLIC_DUMP in ntddstor.h.`,
  };
})();

/** @type {Example} */
const virtual = (() => {
  const computer = 'vm-007';
  return {
    title: 'A virtual machine: a driver update, and a healthy disk',
    told: `Virtual machines of one host began to stop after the virtio drivers were updated. The hypervisor team swears that its storage is fine.`,
    file: '5-virtual-machine.ndjson',
    content: ndjson(
      inventory(
        computer,
        {
          model: 'Red Hat VirtIO SCSI Disk Device',
          firmware: '0001',
          busType: 10,
          mediaType: 0,
          driverStack: [
            { name: 'partmgr', version },
            { name: 'disk', version },
            { name: 'viostor', version: '100.93.104.27100' },
          ],
        },
        { manufacturer: 'QEMU', model: 'Standard PC (Q35 + ICH9, 2009)', osBuild: '20348.2402' },
      ),
      event(computer, 3 * MINUTE, 'port-129', { driver: 'viostor', port: 1 }),
      event(computer, -0.9 * MINUTE, '6008', { stoppedAt: ago(0) }),
      event(computer, -1 * MINUTE, '1001', {
        code: 0x7a,
        parameters: [0xffffd20a3c2b7d40n, 0xffffffffc0000185n, 0x1a44c0880n, 0xffffb08812345000n],
      }),
    ),
    raw: `viostor 129   Reset to device, \\Device\\RaidPort1, was issued.
1001          The bugcheck was: 0x0000007a (0xffffd20a3c2b7d40, 0xffffffffc0000185, …)`,
    fixed: `Going back to the driver before ended the stops on all of them. There is no cable and no sector in this story; what the groups show is
one driver version over many machines, and that is a finding about the driver.`,
    source: `The pattern is that of [kvm-guest-drivers-windows issue 1614](https://github.com/virtio-win/kvm-guest-drivers-windows/issues/1614).`,
  };
})();

/** @type {Example} */
const external = (() => {
  const computer = 'pc-230';
  const inventoryLine = JSON.stringify({
    kind: 'inventory',
    computer,
    at: ago(DAY / 2).toISOString(),
    machine: { manufacturer: 'Contoso', model: 'Desk 3', osBuild: '22631.3447' },
    disks: [
      {
        number: 0,
        model: 'NVMe SAMSUNG MZVL2512',
        firmware: 'GXA7801Q',
        serial: 'EXAMPLE0000230',
        busType: 17,
        mediaType: 4,
        isBoot: true,
        driverStack: stack('partmgr', 'disk', 'stornvme'),
      },
      {
        number: 1,
        model: 'WD My Book 25EE',
        firmware: '4004',
        serial: 'EXAMPLE0000231',
        busType: 7,
        mediaType: 3,
        removable: false,
        holdsPageFile: true,
        driverStack: stack('partmgr', 'disk', 'uaspstor'),
      },
    ],
  });
  return {
    title: 'The paging file on a disk with a power supply of its own',
    told: `A workstation stops "when the cleaner comes". There is never a dump. Somebody moved the paging file to an external disk to save room.`,
    file: '6-external-disk.ndjson',
    content: ndjson(
      inventoryLine,
      event(computer, MINUTE / 6, 'disk-157', { disk: 1 }),
      event(computer, -3 * MINUTE, '41', { version: 8, code: 0x7a, parameters: [0xfffff1d8c0683248n, 0n, 0n, 0n] }),
      event(computer, -3.2 * MINUTE, '6008', { stoppedAt: ago(0) }),
      event(computer, -3.1 * MINUTE, '161', { status: 0xc000009d }),
    ),
    raw: `disk 157          Disk 1 has been surprise removed.                       (10 s before)
Kernel-Power 41   BugcheckCode 122, BugcheckParameter1 0xfffff1d8c0683248, the other three 0
volmgr 161        Dump file creation failed …                                 (0xC000009D)`,
    fixed: `The status was not recorded (zero is not success), but the log names the disk that left, and the inventory says that the paging file lies
on it. The power supply of the disk shares a socket with the vacuum cleaner. The paging file went back to the internal disk.`,
    source: `The reading of a Kernel-Power 41 that lost its parameters: [bugchecks](bugchecks.md#0x7a).`,
  };
})();

/** In the order of the page. @type {readonly Example[]} */
export const EXAMPLES = [badBlocks, gone, cable, silent, virtual, external];
