/**
 * Words that the Windows storage stack puts around a model string, and names that tell what stands behind it. Lists to
 * be edited by who knows better. All compare case-insensitively.
 */

/** Bus words in front: `NVMe Samsung SSD 970`, `ATA MZ7LM…` (VendorId of StorPort), `USB SanDisk 3.2Gen1`. */
export const BUS_WORDS = ['NVMe', 'ATA', 'USB', 'SCSI'] as const;

/** What bus drivers put behind, seen in Win32_DiskDrive.Model and .Caption: `ST1000DM003-1ER162 ATA Device`. */
export const DEVICE_WORDS = [
  'SCSI Disk Device',
  'Multi-Path Disk Device',
  'IEEE 1394 SBP2 Device',
  'ATA Device',
  'USB Device',
] as const;

/** Not a maker: bus words in the vendor field and the class name that Windows shows when it knows none. */
export const NO_VENDOR = /^(?:nvme|s?ata|usb|scsi|raid|\(standard disk drives\)|unknown|n\/a)?$/i;

/** Names of disks that are no disk: hypervisors, clouds, RAID volumes, pools. */
export const VIRTUAL_MODELS: readonly RegExp[] = [
  /^(?:msft|microsoft) virtual (?:disk|hd)/i,
  /^(?:msft|microsoft) storage space/i,
  /^virtual (?:disk|hd)\b/i,
  /^vmware,? /i,
  /^qemu /i,
  /^vbox /i,
  /^(?:red hat )?virtio\b/i,
  /^xen(?:src)? /i,
  /^intel raid [\d+]+ volume/i,
  /^(?:amd|dell|lsi|hp|hpe|adaptec) .*\b(?:raid|perc|logical volume|virtual drive)\b/i,
  /^logical volume$/i,
  /^google persistentdisk/i,
  /^amazon elastic block store/i,
  /^(?:amazon )?ec2 nvme/i,
];

/** Makers of bridge chips whose own name shows in place of the disk's. */
export const BRIDGE_MODELS: readonly RegExp[] = [
  /^asmedia\b/i,
  /^asmt\b/i,
  /^jmicron\b/i,
  /^initio\b/i,
  /^via labs\b/i,
];

/** How the makers begin their model strings. Source: model lists of linuxhw/EnterpriseDrive (CC BY 4.0). */
export const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:samsung\b|mz[0-9v]\w)/i, 'Samsung'],
  [/^(?:wdc?\b|western digital\b|wus\d)/i, 'Western Digital'],
  [/^(?:seagate\b|st\d{3,}[a-z]{2})/i, 'Seagate'],
  [/^(?:intel\b|ssdsc2|ssdpe)/i, 'Intel'],
  [/^toshiba\b/i, 'Toshiba'],
  [/^kioxia\b/i, 'KIOXIA'],
  [/^(?:hgst\b|huh7\d)/i, 'HGST'],
  [/^hitachi\b/i, 'Hitachi'],
  [/^(?:crucial\b|ct\d{3,}[a-z]\w)/i, 'Crucial'],
  [/^(?:micron\b|mtfd)/i, 'Micron'],
  [/^kingston\b/i, 'Kingston'],
  [/^sandisk\b/i, 'SanDisk'],
  [/^(?:sk ?hynix\b|hf[ms]\d{3}g)/i, 'SK hynix'],
  [/^adata\b/i, 'ADATA'],
];
