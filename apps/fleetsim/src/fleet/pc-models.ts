import type { DiskModelId } from './disk-models.js';

export type PortDriver = 'stornvme' | 'storahci' | 'iaStorVD';

export interface PcModel {
  readonly id: string;
  /** Companies of Microsoft's sample texts: nobody sells these. */
  readonly manufacturer: string;
  readonly model: string;
  readonly bios: string;
  readonly kind: 'NB' | 'PC' | 'WS';
  readonly arch: 'x64' | 'arm64';
  readonly port: PortDriver;
  /** Encrypted with BitLocker, so fvevol lies on top of the stack. */
  readonly bitLocker: boolean;
  /** Of the fleet. */
  readonly share: number;
  readonly bootDisks: readonly { readonly disk: DiskModelId; readonly share: number }[];
  /** Share of these machines that has a second disk. */
  readonly dataDisk?: { readonly disk: DiskModelId; readonly share: number };
}

const CONTOSO = { manufacturer: 'Contoso', arch: 'x64' } as const;
const FABRIKAM = { manufacturer: 'Fabrikam', arch: 'x64' } as const;

export const PC_MODELS: readonly PcModel[] = [
  {
    ...CONTOSO,
    ...{ id: 'fieldbook-14', model: 'Fieldbook 14 G4', bios: 'CFB4 1.21', kind: 'NB' },
    ...{ port: 'stornvme', bitLocker: true, share: 26 },
    bootDisks: [
      { disk: 'samsungPm9a1', share: 40 },
      { disk: 'halden', share: 30 },
      { disk: 'wdSn720', share: 30 },
    ],
  },
  {
    ...CONTOSO,
    ...{ id: 'fieldbook-15', model: 'Fieldbook 15 G3', bios: 'CFB3 1.48', kind: 'NB' },
    ...{ port: 'iaStorVD', bitLocker: true, share: 18 },
    bootDisks: [
      { disk: 'toshibaXg6', share: 50 },
      { disk: 'halden', share: 30 },
      { disk: 'wdSn720', share: 20 },
    ],
  },
  {
    ...{ id: 'slate-13', manufacturer: 'Northwind', model: 'Slate 13', bios: '3.10.140', kind: 'NB' },
    ...{ arch: 'arm64', port: 'stornvme', bitLocker: true, share: 6 },
    bootDisks: [{ disk: 'wdSn720', share: 100 }],
  },
  {
    ...FABRIKAM,
    ...{ id: 'deskline-5090', model: 'Deskline 5090', bios: '2.8.0', kind: 'PC' },
    ...{ port: 'stornvme', bitLocker: true, share: 18 },
    bootDisks: [
      { disk: 'samsung980', share: 55 },
      { disk: 'samsungPm9a1', share: 45 },
    ],
  },
  {
    ...FABRIKAM,
    ...{ id: 'deskline-3050', model: 'Deskline 3050', bios: '1.31.1', kind: 'PC' },
    ...{ port: 'storahci', bitLocker: false, share: 18 },
    bootDisks: [
      { disk: 'samsung860', share: 40 },
      { disk: 'crucialMx500', share: 40 },
      { disk: 'micron1300', share: 20 },
    ],
    dataDisk: { disk: 'seagate2tb', share: 0.2 },
  },
  {
    ...FABRIKAM,
    ...{ id: 'deskline-3020', model: 'Deskline 3020', bios: 'A19', kind: 'PC' },
    ...{ port: 'storahci', bitLocker: false, share: 8 },
    bootDisks: [
      { disk: 'wdBlue', share: 60 },
      { disk: 'seagate2tb', share: 40 },
    ],
  },
  {
    ...{ id: 'station-z4', manufacturer: 'Adatum', model: 'Station Z4', bios: 'Z4 02.77', kind: 'WS' },
    ...{ arch: 'x64', port: 'stornvme', bitLocker: false, share: 6 },
    bootDisks: [
      { disk: 'halden', share: 60 },
      { disk: 'samsung980', share: 40 },
    ],
  },
];
