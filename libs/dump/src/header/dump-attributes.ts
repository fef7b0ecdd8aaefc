/** DUMP_FILE_ATTRIBUTES of mindumpdef.h. */
const ATTRIBUTES = {
  'hiber-crash': 0x1,
  'dump-device-power-off': 0x2,
  'insufficient-dump-file-size': 0x4,
  'kernel-generated': 0x8,
  'live-dump': 0x10,
  offline: 0x20,
  'filter-dump-file': 0x40,
  'early-boot-crash': 0x80,
  encrypted: 0x100,
  decrypted: 0x200,
} as const;

export type DumpAttribute = keyof typeof ATTRIBUTES;

const rows = Object.entries(ATTRIBUTES) as readonly [DumpAttribute, number][];

export const attributesOf = (bits: number): readonly DumpAttribute[] =>
  rows.flatMap(([name, bit]) => ((bits & bit) === 0 ? [] : [name]));
