/** What a port or miniport driver talks to. */
export type MiniportKind = 'sata' | 'nvme' | 'raid' | 'usb' | 'virtual' | 'network';

export interface Miniport {
  readonly name: string;
  readonly maker: string;
  readonly kind: MiniportKind;
}

/**
 * Drivers at the bottom of a disk's stack. Source: the INF files that ship with Windows (mshdc.inf, stornvme.inf,
 * usbstor.inf, storvsc.inf …) and the vendors' own packages; spelled as service names, lower case.
 */
export const MINIPORTS: readonly Miniport[] = [
  { name: 'storahci', maker: 'Microsoft', kind: 'sata' },
  { name: 'msahci', maker: 'Microsoft', kind: 'sata' },
  { name: 'atapi', maker: 'Microsoft', kind: 'sata' },
  { name: 'pciide', maker: 'Microsoft', kind: 'sata' },
  { name: 'intelide', maker: 'Intel', kind: 'sata' },
  { name: 'amdsata', maker: 'AMD', kind: 'sata' },
  { name: 'iastor', maker: 'Intel', kind: 'raid' },
  { name: 'iastora', maker: 'Intel', kind: 'raid' },
  { name: 'iastorac', maker: 'Intel', kind: 'raid' },
  { name: 'iastorav', maker: 'Intel', kind: 'raid' },
  { name: 'iastorb', maker: 'Intel', kind: 'raid' },
  { name: 'iastorv', maker: 'Intel', kind: 'raid' },
  { name: 'iastorvd', maker: 'Intel', kind: 'raid' },
  { name: 'rcraid', maker: 'AMD', kind: 'raid' },
  { name: 'nvraid', maker: 'NVIDIA', kind: 'raid' },
  { name: 'nvstor', maker: 'NVIDIA', kind: 'raid' },
  { name: 'megasas', maker: 'Broadcom', kind: 'raid' },
  { name: 'megasas2i', maker: 'Broadcom', kind: 'raid' },
  { name: 'percsas3i', maker: 'Broadcom', kind: 'raid' },
  { name: 'lsi_sas', maker: 'Broadcom', kind: 'raid' },
  { name: 'smartpqi', maker: 'Microchip', kind: 'raid' },
  { name: 'stornvme', maker: 'Microsoft', kind: 'nvme' },
  { name: 'nvmedisk', maker: 'Microsoft', kind: 'nvme' },
  { name: 'secnvme', maker: 'Samsung', kind: 'nvme' },
  { name: 'ianvme', maker: 'Intel', kind: 'nvme' },
  { name: 'wdnvme', maker: 'Western Digital', kind: 'nvme' },
  { name: 'usbstor', maker: 'Microsoft', kind: 'usb' },
  { name: 'uaspstor', maker: 'Microsoft', kind: 'usb' },
  { name: 'storvsc', maker: 'Microsoft', kind: 'virtual' },
  { name: 'vhdmp', maker: 'Microsoft', kind: 'virtual' },
  { name: 'spaceport', maker: 'Microsoft', kind: 'virtual' },
  { name: 'pvscsi', maker: 'VMware', kind: 'virtual' },
  { name: 'viostor', maker: 'Red Hat', kind: 'virtual' },
  { name: 'vioscsi', maker: 'Red Hat', kind: 'virtual' },
  { name: 'xenvbd', maker: 'Xen', kind: 'virtual' },
  { name: 'msiscsi', maker: 'Microsoft', kind: 'network' },
  { name: 'mpio', maker: 'Microsoft', kind: 'network' },
];

const BY_NAME = new Map(MINIPORTS.map((miniport) => [miniport.name, miniport]));

/**
 * The port or miniport of a stack: the lowest driver that this table knows. Bus drivers such as `acpi` and `pci` lie below it
 * and are no miniports; a stack without a known one has none.
 */
export const miniportOf = (drivers: readonly string[] | undefined): Miniport | undefined =>
  drivers?.map((name) => BY_NAME.get(name)).findLast((found) => found !== undefined);
