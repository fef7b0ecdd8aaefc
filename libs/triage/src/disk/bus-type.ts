/**
 * STORAGE_BUS_TYPE of ntddstor.h, which is also BusType of MSFT_PhysicalDisk. `virtual` marks what hides the physical disk
 * behind a host, a pool, an array or a network; RAID (8) does not: Intel's RAID mode reports it for plain single disks.
 */
interface Bus {
  readonly name: string;
  readonly virtual?: true;
  readonly bridged?: true;
  readonly pluggable?: true;
}

const BUSES: Readonly<Record<number, Bus>> = {
  1: { name: 'SCSI' },
  2: { name: 'ATAPI' },
  3: { name: 'ATA' },
  4: { name: 'IEEE 1394', bridged: true, pluggable: true },
  5: { name: 'SSA' },
  6: { name: 'Fibre Channel', virtual: true },
  7: { name: 'USB', bridged: true, pluggable: true },
  8: { name: 'RAID' },
  9: { name: 'iSCSI', virtual: true },
  10: { name: 'SAS' },
  11: { name: 'SATA' },
  12: { name: 'SD', pluggable: true },
  13: { name: 'MMC' },
  14: { name: 'virtual', virtual: true },
  15: { name: 'file-backed virtual', virtual: true },
  16: { name: 'Storage Spaces', virtual: true },
  17: { name: 'NVMe' },
  18: { name: 'SCM' },
  19: { name: 'UFS' },
  20: { name: 'NVMe over Fabrics', virtual: true },
};

export const BUS_USB = 7;
export const BUS_NVME = 17;

const bus = (busType: number | undefined): Bus | undefined => (busType === undefined ? undefined : BUSES[busType]);

/** How people call the bus; `undefined` for 0 (unknown) and for numbers newer than this table. */
export const busName = (busType: number | undefined): string | undefined => bus(busType)?.name;
/** Whether this bus hides physical disks behind a host, a pool, an array or a network. */
export const isVirtualBus = (busType: number | undefined): boolean => bus(busType)?.virtual ?? false;
/** Whether a bridge chip stands between Windows and the disk, so that model and serial may be the bridge's own. */
export const isBridgedBus = (busType: number | undefined): boolean => bus(busType)?.bridged ?? false;
/** Whether a person can pull a disk off this bus while the machine runs. */
export const isPluggableBus = (busType: number | undefined): boolean => bus(busType)?.pluggable ?? false;
