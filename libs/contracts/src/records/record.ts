import { z } from 'zod';
import { dumpRecord } from './dump.js';
import { bugcheckCode, computerName, diskIdentity, driverStack, hex64, instant, RECORD_LIMITS } from './fields.js';

const short = z.string().max(RECORD_LIMITS.nameChars);
const value = z.string().max(RECORD_LIMITS.eventValueChars);

/** A Windows event with its fields apart. */
export const structuredEvent = z
  .object({
    provider: z.string().min(1).max(RECORD_LIMITS.nameChars),
    eventId: z.number().int().min(0).max(65_535),
    qualifiers: z.number().int().min(0).max(65_535).optional(),
    version: z.number().int().min(0).max(255).optional(),
    level: z.number().int().min(0).max(255).optional(),
    channel: short.optional(),
    computer: short.optional(),
    recordId: z
      .string()
      .regex(/^\d{1,20}$/)
      .optional()
      .describe('EventRecordID, decimal, as a string because it is 64 bits wide'),
    timeCreated: instant,
    data: z
      .array(z.union([value, z.object({ name: short.optional(), value }).strict()]))
      .max(RECORD_LIMITS.eventData)
      .optional()
      .describe('EventData in order: strings for unnamed Data, { name, value } for named ones'),
    binary: z
      .string()
      .max(RECORD_LIMITS.eventValueChars)
      .regex(/^([0-9a-fA-F]{2})*$/)
      .optional()
      .describe('<Binary> in hex digits'),
  })
  .strict();

/** One Windows event, as XML or with its fields apart. */
export const eventRecord = z
  .object({
    kind: z.literal('event'),
    computer: computerName.optional(),
    event: structuredEvent.optional(),
    xml: z
      .string()
      .min(1)
      .max(RECORD_LIMITS.recordBytes)
      .optional()
      .describe('One <Event> element, as wevtutil prints it'),
  })
  .strict()
  .describe('A Windows event: give either event or xml');

/** A crash that was already reduced to its facts, by an agent that read the dump or by another tool. */
export const crashRecord = z
  .object({
    kind: z.literal('crash'),
    computer: computerName.optional(),
    at: instant.describe('When the machine stopped'),
    code: bugcheckCode,
    parameters: z.array(hex64).max(4).optional().describe('Up to four parameters; leave out what is not known'),
    source: z.enum(['dump', 'event', 'reduced']).optional().describe('dump: read from a kernel dump. Default: reduced'),
    disk: z
      .object(diskIdentity)
      .strict()
      .optional()
      .describe('The disk that the crash speaks of, if the source knows it'),
    driverStack: driverStack.optional(),
    reportId: z.string().max(128).optional(),
  })
  .strict();

/** What a machine is made of, at one time. */
export const inventoryRecord = z
  .object({
    kind: z.literal('inventory'),
    computer: computerName.optional(),
    at: instant.describe('When it was read'),
    machine: z
      .object({
        manufacturer: short.optional(),
        model: short.optional(),
        bios: short.optional(),
        osBuild: z.string().max(64).optional().describe('Build and UBR: 26100.4351'),
        arch: z.enum(['x64', 'arm64', 'x86']).optional(),
      })
      .strict()
      .optional(),
    disks: z
      .array(
        z
          .object({
            ...diskIdentity,
            number: z.number().int().min(0).max(65_535).describe('MSFT_Disk.Number at that time'),
            sizeBytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
            port: short.optional().describe('PhysicalLocation or bus, target and LUN'),
            removable: z.boolean().optional(),
            isBoot: z.boolean().optional(),
            holdsPageFile: z.boolean().optional().describe('A paging file in use lies on this disk'),
            driverStack: driverStack.optional(),
          })
          .strict(),
      )
      .max(RECORD_LIMITS.disks),
  })
  .strict();

/** "I am here": what an agent sends when it has nothing else to say. */
export const beatRecord = z
  .object({
    kind: z.literal('beat'),
    computer: computerName.optional(),
    at: instant,
    agentVersion: z.string().max(64).optional(),
    uptimeSeconds: z.number().int().min(0).max(4_294_967_295).optional(),
  })
  .strict();

export const record = z.discriminatedUnion('kind', [eventRecord, crashRecord, inventoryRecord, beatRecord, dumpRecord]);

export const RECORD_KINDS = ['event', 'crash', 'inventory', 'beat', 'dump'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type StructuredEvent = z.infer<typeof structuredEvent>;
export type EventRecord = z.infer<typeof eventRecord>;
export type CrashRecord = z.infer<typeof crashRecord>;
export type InventoryRecord = z.infer<typeof inventoryRecord>;
export type BeatRecord = z.infer<typeof beatRecord>;
export type InpageRecord = z.infer<typeof record>;
