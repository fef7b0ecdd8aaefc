import { z } from 'zod';

/** Bounds of a single record. Everything outside them is refused, precisely, and alone. */
export const RECORD_LIMITS = {
  eventData: 256,
  eventValueChars: 65_536,
  disks: 64,
  stackDrivers: 32,
  nameChars: 256,
  /** Bytes of one record as it was sent, before it is parsed. */
  recordBytes: 262_144,
  /** Objects and arrays inside each other. */
  nesting: 8,
} as const;

const text = (max: number) => z.string().min(1).max(max);

/** A 64-bit value: `0x` and 1 to 16 hex digits. Never a JSON number, which would lose bits above 2^53. */
export const hex64 = z
  .string()
  .regex(/^0[xX][0-9a-fA-F]{1,16}$/)
  .describe('A 64-bit value as 0x and 1 to 16 hex digits');

/** A bugcheck code: `0x7a`, or the number 122. */
export const bugcheckCode = z
  .union([z.string().regex(/^0[xX][0-9a-fA-F]{1,8}$/), z.number().int().min(0).max(0xffff_ffff)])
  .describe('The bugcheck code, as 0x7a or as the number 122');

/** ISO 8601 with a zone; up to nine digits of a second, as Windows prints them. */
export const instant = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/)
  .describe('A point in time: ISO 8601 with Z or an offset');

export const computerName = text(RECORD_LIMITS.nameChars).describe(
  'The computer the record speaks of, as Windows names it; needed with an enrolment key, not with a machine credential',
);

export const driver = z
  .object({
    name: text(RECORD_LIMITS.nameChars).describe('Service name of the driver: stornvme, \\Driver\\disk, iaStorVD.sys'),
    version: z.string().max(64).optional().describe('File version'),
  })
  .strict();

export const driverStack = z
  .array(driver)
  .max(RECORD_LIMITS.stackDrivers)
  .describe('The driver objects of the disk’s device stack, top first, port driver last');

export const diskIdentity = {
  model: text(RECORD_LIMITS.nameChars).describe('MSFT_PhysicalDisk.Model as it is, padding and all'),
  vendor: z.string().max(64).optional(),
  firmware: z.string().max(64).optional(),
  serial: z
    .string()
    .max(128)
    .optional()
    .describe('AdapterSerialNumber for NVMe, else SerialNumber; or a keyed hash of it'),
  busType: z.number().int().min(0).max(255).optional().describe('STORAGE_BUS_TYPE: 7 USB, 11 SATA, 17 NVMe …'),
  mediaType: z.number().int().min(0).max(255).optional().describe('3 HDD, 4 SSD, 5 SCM, 0 unspecified'),
};
