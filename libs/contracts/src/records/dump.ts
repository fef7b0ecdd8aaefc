import { z } from 'zod';
import { bugcheckCode, computerName, diskIdentity, driverStack, hex64, instant, RECORD_LIMITS } from './fields.js';

/** Bounds of the lists in the facts of a dump. Windows itself keeps 50 unloaded drivers and 66 requests. */
export const DUMP_LIMITS = { drivers: 512, unloadedDrivers: 64, stackModules: 64, requests: 66, warnings: 64 } as const;

const short = z.string().max(RECORD_LIMITS.nameChars);
const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** One request to a disk, as StorPort noted it. */
export const tracedRequest = z
  .object({
    name: short.optional().describe('READ(10), FLUSH; absent when the operation code is not known'),
    opcode: z.number().int().min(0).max(255),
    srbStatus: z.number().int().min(0).max(255).optional(),
    srbStatusName: short.optional(),
    durationMs: z.number().min(0).optional().describe('From issue to completion'),
    ageMs: z.number().min(0).optional().describe('From issue to the stop, of a request that was not answered'),
  })
  .strict();

/** StorPort's memory of its last requests, over all disks: which disk one went to is not recorded. */
export const requestHistory = z
  .object({
    driver: short.optional(),
    recorded: count,
    succeeded: count,
    unclear: count,
    outstanding: z.array(tracedRequest).max(DUMP_LIMITS.requests).describe('Not answered at the stop, newest first'),
    oldestOutstandingMs: z.number().min(0).optional(),
    failed: z.array(tracedRequest).max(DUMP_LIMITS.requests),
    slowestMs: z.number().min(0).optional().describe('The answered request that took longest'),
  })
  .strict();

export const stackModule = z
  .object({
    name: short,
    origin: z.enum(['kernel', 'windows', 'third-party', 'unknown']),
    standing: z
      .enum(['named', 'caller', 'repeated', 'single'])
      .describe(
        'named: a parameter or the context points into it; caller: called KeBugCheckEx; single is mostly stale',
      ),
    unloaded: z.boolean().optional(),
  })
  .strict();

export const loadedDriver = z
  .object({
    name: short,
    timestamp: z.number().int().min(0).max(0xffff_ffff).optional().describe('Of the PE header; today mostly a hash'),
  })
  .strict();

/** What a kernel dump tells beside code, parameters and time. Whatever it does not tell is absent; nothing in it names a person. */
export const dumpFacts = z
  .object({
    kind: short.describe('triage, full, kernel, bitmap …'),
    architecture: short.optional(),
    osBuild: z.number().int().min(0).max(0xffff_ffff).optional(),
    upTimeMs: z.number().min(0).optional(),
    complete: z.boolean().optional().describe('Of a triage dump: the end mark stands where it should'),
    storage: requestHistory.optional(),
    pagingStorage: requestHistory.optional().describe('Of the device that pages to disk, where Windows kept one'),
    stackModules: z.array(stackModule).max(DUMP_LIMITS.stackModules).optional().describe('Likeliest first'),
    instructionModule: short.optional().describe('The driver in which the failed instruction lies'),
    addressModule: short.optional().describe('The driver whose page a parameter points to: a victim'),
    processName: short.optional(),
    drivers: z.array(loadedDriver).max(DUMP_LIMITS.drivers).optional(),
    unloadedDrivers: z.array(short).max(DUMP_LIMITS.unloadedDrivers).optional().describe('Cut off at 12 characters'),
    nonPagedPool: z.object({ allocatedBytes: hex64, maximumBytes: hex64 }).strict().optional(),
    commit: z.object({ pages: hex64, peakPages: hex64, limitPages: hex64 }).strict().optional(),
    verifierLevel: z.number().int().min(0).max(0xffff_ffff).optional().describe('0: Driver Verifier was off'),
    hypervisor: short.optional(),
    machine: z
      .object({
        manufacturer: short.optional(),
        product: short.optional(),
        biosVersion: short.optional(),
        biosDate: short.optional(),
      })
      .strict()
      .optional()
      .describe('From SMBIOS, without serial numbers'),
    cpu: short.optional(),
    warnings: z.array(short).max(DUMP_LIMITS.warnings).optional().describe('What could not be read, and why'),
  })
  .strict();

/** The facts of a kernel dump, read by an agent on the machine or by POST /v1/dumps. */
export const dumpRecord = z
  .object({
    kind: z.literal('dump'),
    computer: computerName.optional(),
    at: instant.describe('When the machine stopped, as the header of the dump has it'),
    code: bugcheckCode,
    parameters: z.array(hex64).max(4),
    facts: dumpFacts,
    fileBytes: count.optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('Of the file'),
    disk: z.object(diskIdentity).strict().optional(),
    driverStack: driverStack.optional(),
  })
  .strict();

export type TracedRequest = z.infer<typeof tracedRequest>;
export type RequestHistory = z.infer<typeof requestHistory>;
export type StackModule = z.infer<typeof stackModule>;
export type DumpFacts = z.infer<typeof dumpFacts>;
export type DumpRecord = z.infer<typeof dumpRecord>;
