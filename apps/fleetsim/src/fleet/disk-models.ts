/** STORAGE_BUS_TYPE of ntddstor.h, as far as this fleet has it. */
export const BUS = { usb: 7, raid: 8, sata: 11, nvme: 17 } as const;
/** MediaType of MSFT_PhysicalDisk. */
export const MEDIA = { unspecified: 0, hdd: 3, ssd: 4 } as const;

/** How a maker writes serial numbers: a fixed beginning, then this many characters. */
export interface SerialPattern {
  readonly prefix: string;
  readonly random: number;
}

export interface DiskModel {
  /** Tidy, as it should come out of normalisation. */
  readonly model: string;
  readonly vendor?: string;
  readonly firmware: string;
  readonly bus: number;
  readonly media: number;
  readonly sizeBytes: number;
  readonly serial: SerialPattern;
}

const GB512 = 512_110_190_592;
const GB500 = 500_107_862_016;
const TB1 = 1_000_204_886_016;
const TB2 = 2_000_398_934_016;

/** The guilty firmware belongs to a maker that does not exist, so that no screenshot of a demo accuses anybody. */
export const HALDEN_HX720 = 'HALDEN HX720 1TB';
/** From which revision to which the roll-out of the story `bad-firmware` goes. */
export const HALDEN_FIRMWARE = { good: 'HX7R0311', bad: 'HX7R0402' } as const;

/** Model strings and revisions of real disks are public facts; their behaviour in here is invented. */
export const DISK_MODELS = {
  samsung980: {
    model: 'Samsung SSD 980 PRO 1TB',
    firmware: '5B2QGXA7',
    bus: BUS.nvme,
    media: MEDIA.ssd,
    sizeBytes: TB1,
    serial: { prefix: 'S5GXNX0T', random: 7 },
  },
  samsungPm9a1: {
    model: 'SAMSUNG MZVL2512HCJQ-00B00',
    firmware: 'GXA7401Q',
    bus: BUS.nvme,
    media: MEDIA.ssd,
    sizeBytes: GB512,
    serial: { prefix: 'S675NX0T', random: 7 },
  },
  wdSn720: {
    model: 'WDC CL SN720 SDAQNTW-512G-2000',
    firmware: '10109122',
    bus: BUS.nvme,
    media: MEDIA.ssd,
    sizeBytes: GB512,
    serial: { prefix: '21', random: 10 },
  },
  toshibaXg6: {
    model: 'KXG60ZNV256G TOSHIBA',
    firmware: 'AGGA4104',
    bus: BUS.nvme,
    media: MEDIA.ssd,
    sizeBytes: 256_060_514_304,
    serial: { prefix: '60', random: 10 },
  },
  halden: {
    model: HALDEN_HX720,
    firmware: HALDEN_FIRMWARE.good,
    bus: BUS.nvme,
    media: MEDIA.ssd,
    sizeBytes: TB1,
    serial: { prefix: 'HX', random: 12 },
  },
  samsung860: {
    model: 'Samsung SSD 860 EVO 500GB',
    firmware: 'RVT04B6Q',
    bus: BUS.sata,
    media: MEDIA.ssd,
    sizeBytes: GB500,
    serial: { prefix: 'S3YZNB0K', random: 7 },
  },
  crucialMx500: {
    model: 'CT500MX500SSD1',
    firmware: 'M3CR033',
    bus: BUS.sata,
    media: MEDIA.ssd,
    sizeBytes: GB500,
    serial: { prefix: '2018E', random: 7 },
  },
  micron1300: {
    model: 'Micron_1300_MTFDDAK512TDL',
    firmware: 'M5MU000',
    bus: BUS.sata,
    media: MEDIA.ssd,
    sizeBytes: GB512,
    serial: { prefix: '1944', random: 8 },
  },
  wdBlue: {
    model: 'WDC WD10EZEX-08WN4A0',
    firmware: '02.01A02',
    bus: BUS.sata,
    media: MEDIA.hdd,
    sizeBytes: TB1,
    serial: { prefix: 'WD-WCC6Y', random: 7 },
  },
  seagate2tb: {
    model: 'ST2000DM008-2FR102',
    firmware: '0001',
    bus: BUS.sata,
    media: MEDIA.hdd,
    sizeBytes: TB2,
    serial: { prefix: 'ZFL', random: 5 },
  },
  samsungT7: {
    model: 'Portable SSD T7',
    vendor: 'Samsung',
    firmware: '0',
    bus: BUS.usb,
    media: MEDIA.unspecified,
    sizeBytes: TB1,
    serial: { prefix: 'S5TCNS0R', random: 7 },
  },
} as const satisfies Record<string, DiskModel>;

export type DiskModelId = keyof typeof DISK_MODELS;
