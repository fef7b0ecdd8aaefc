import type { InventoryRecord } from '@inpage/contracts';
import { DISK_MODELS, BUS } from '../fleet/disk-models.js';
import { driverStack } from '../fleet/driver-stack.js';
import type { AttachedDisk, Configuration, MachineFacts, Spelling } from '../fleet/machine.js';

type InventoryDisk = InventoryRecord['disks'][number];

/** What the machine is made of, spelled as this machine spells it. */
export const inventoryRecord = (machine: MachineFacts, now: Configuration, atMs: number): InventoryRecord => ({
  kind: 'inventory',
  at: new Date(atMs).toISOString(),
  machine: {
    manufacturer: machine.pc.manufacturer,
    model: machine.pc.model,
    bios: machine.pc.bios,
    osBuild: now.osBuild,
    arch: machine.pc.arch,
  },
  disks: now.disks.map((disk) => inventoryDisk(machine, now, disk)),
});

const inventoryDisk = (machine: MachineFacts, now: Configuration, disk: AttachedDisk): InventoryDisk => ({
  ...diskIdentity(machine, disk),
  number: disk.number,
  sizeBytes: disk.kind.sizeBytes,
  port: disk.removable ? 'USB : Port 3' : `Integrated : Adapter 0 : Port ${disk.number}`,
  removable: disk.removable,
  isBoot: disk.isBoot,
  holdsPageFile: disk.holdsPageFile,
  driverStack: spellStack(machine, driverStack(machine, now, disk)),
});

/** Model, firmware, serial and bus of a disk, as inventory and reduced crash records carry them. */
export const diskIdentity = (machine: MachineFacts, disk: AttachedDisk) => ({
  model: MODEL_SPELLINGS[machine.spelling](disk),
  ...(disk.kind === DISK_MODELS.samsungT7 ? { vendor: DISK_MODELS.samsungT7.vendor } : {}),
  firmware: disk.firmware,
  serial: machine.spelling === 'padded' ? disk.serial.padStart(20) : disk.serial,
  busType: machine.pc.port === 'iaStorVD' && !disk.removable ? BUS.raid : disk.kind.bus,
  mediaType: disk.kind.media,
});

/** Padding to the width of the field and bus words in front: docs/inventory.md. */
const MODEL_SPELLINGS: Record<Spelling, (disk: AttachedDisk) => string> = {
  plain: ({ kind }) => kind.model,
  padded: ({ kind }) => kind.model.padEnd(40),
  prefixed: ({ kind }) => ({ [BUS.nvme]: 'NVMe ', [BUS.sata]: 'ATA ' })[kind.bus]?.concat(kind.model) ?? kind.model,
};

/** DEVPKEY_Device_Stack prints `\Driver\name`; other tools print the image or the bare name. */
const DRIVER_SPELLINGS: Record<Spelling, (name: string) => string> = {
  plain: (name) => name,
  padded: (name) => `\\Driver\\${name}`,
  prefixed: (name) => `${name.toUpperCase()}.SYS`,
};

export const spellStack = (machine: MachineFacts, stack: ReturnType<typeof driverStack>) =>
  stack.map(({ name, version }) => ({ name: DRIVER_SPELLINGS[machine.spelling](name), version }));
