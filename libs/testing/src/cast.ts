import type { InventoryRecord } from '@inpage/contracts';

/** The machines that play in the tests, always the same three. */
export type CastMember = 'pc-healthy' | 'pc-bad-ssd' | 'pc-bad-ram';

type Disk = InventoryRecord['disks'][number];

const NVME_STACK = ['partmgr', 'disk', 'stornvme'].map((name) => ({ name, version: '10.0.26100.4351' }));
const SATA_STACK = ['partmgr', 'disk', 'storahci'].map((name) => ({ name, version: '10.0.26100.4351' }));

const systemDisk = (disk: Pick<Disk, 'model' | 'firmware' | 'serial' | 'busType' | 'driverStack'>): Disk => ({
  ...disk,
  number: 0,
  mediaType: 4,
  sizeBytes: 1_000_204_886_016,
  isBoot: true,
  holdsPageFile: true,
});

/** What each of them is made of. The strings have the padding and the prefixes that Windows gives them. */
export const CAST: Readonly<Record<CastMember, Pick<InventoryRecord, 'machine' | 'disks'>>> = {
  'pc-healthy': {
    machine: { manufacturer: 'Dell Inc.', model: 'OptiPlex 7010', osBuild: '26100.4351', arch: 'x64' },
    disks: [
      systemDisk({
        model: 'NVMe SAMSUNG MZVL2512',
        firmware: 'GXA7801Q',
        serial: 'S676NX0R100001',
        busType: 17,
        driverStack: NVME_STACK,
      }),
    ],
  },
  'pc-bad-ssd': {
    machine: { manufacturer: 'LENOVO', model: '20XW00AAGE', osBuild: '22631.3447', arch: 'x64' },
    disks: [
      systemDisk({
        model: 'Samsung SSD 870 EVO 1TB  ',
        firmware: 'SVT01B6Q',
        serial: 'S5Y2NJ0R900002',
        busType: 11,
        driverStack: SATA_STACK,
      }),
    ],
  },
  'pc-bad-ram': {
    machine: { manufacturer: 'HP', model: 'HP EliteDesk 800 G6', osBuild: '19045.4291', arch: 'x64' },
    disks: [
      systemDisk({
        model: 'CT1000MX500SSD1',
        firmware: 'M3CR046',
        serial: '2150E5F00003',
        busType: 11,
        driverStack: SATA_STACK,
      }),
    ],
  },
};
