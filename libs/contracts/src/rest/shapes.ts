import { z } from 'zod';
import { dumpFacts } from '../records/dump.js';
import { leadUpEvent } from './lead-up.js';

/** The shapes that REST answers are made of. Times are ISO 8601 UTC; 64-bit values are hex strings. */
export const CAUSES = [
  'media',
  'link',
  'device-gone',
  'controller',
  'resources',
  'filesystem',
  'encryption',
  'virtual',
  'memory',
  'software',
  'unknown',
] as const;
export const cause = z.enum(CAUSES);
export const grade = z.enum(['A', 'B', 'C', 'D']);
const time = z.iso.datetime();

export const reason = z.object({
  rule: z.string(),
  cause,
  weight: z.number(),
  because: z.string(),
  evidence: z
    .array(z.string())
    .optional()
    .describe('Ids of the records and crashes that it rests on, nearest first; absent where the stop itself says it'),
});

export const verdict = z.object({
  cause,
  confidence: z.number().min(0).max(1),
  reasons: z.array(reason),
  brokenRules: z.array(z.string()),
  whatHappened: z.string(),
  whoDidIt: z.string(),
  howToFix: z.string(),
  forOwner: z.string().describe('For the person whose PC it is; empty in verdicts made before there was one'),
  triageVersion: z.number().int(),
});

export const ntStatus = z.object({
  code: z.string().describe('0xC0000185'),
  name: z.string(),
  meaning: z.string(),
});

export const diskModelRef = z.object({ name: z.string(), vendor: z.string().nullable() });

export const groupSummary = z.object({
  id: z.uuid(),
  family: z.string().describe('What the stops share: inpage, bugcheck-0x9f, unclean-shutdown'),
  title: z.string().describe('One line: stop, status, model'),
  bugcheckName: z.string(),
  status: ntStatus.nullable(),
  model: z.string().nullable().describe('Normalised disk model; null when the disk is unknown'),
  driverStack: z.array(z.string()).nullable().describe('Driver names, top first; null when unknown'),
  cause,
  confidence: z.number(),
  crashes: z.number().int().describe('Crashes in the window'),
  crashesTotal: z.number().int(),
  machines: z.number().int().describe('Distinct machines, over all time'),
  disks: z.number().int().describe('Distinct disks, over all time'),
  firstCrashAt: time,
  lastCrashAt: time,
  sparkline: z
    .array(z.number().int())
    .describe(
      'Crashes per equal part of the window, oldest first; at most 12 parts, and the days at the old end that fill none are left out',
    )
    .optional(),
});

export const decodedParameter = z.object({
  number: z.number().int(),
  value: z.string().nullable(),
  label: z.string(),
  meaning: z.string(),
});

export const decode = z.object({
  code: z.string(),
  name: z.string(),
  family: z.string(),
  layout: z.string(),
  status: ntStatus.nullable(),
  statusNotRecorded: z.boolean(),
  backing: z.enum(['paging-file', 'section', 'unknown']),
  parameters: z.array(decodedParameter),
  warnings: z.array(z.string()),
});

export const machineRef = z.object({ id: z.uuid(), computer: z.string() });
export const diskRef = z.object({
  id: z.uuid().nullable(),
  model: z.string(),
  firmware: z.string().nullable(),
  serial: z.string().nullable(),
});
export const driverVersion = z.object({ name: z.string(), version: z.string().nullable() });

export const crashSummary = z.object({
  id: z.uuid(),
  machine: machineRef,
  groupId: z.uuid(),
  title: z.string(),
  stoppedAt: time,
  stoppedAtPrecision: z.enum(['exact', 'last-alive', 'next-boot']).describe('How the crash time is known'),
  arrivedAt: time.describe('When the first record of it arrived'),
  grade,
  code: z.string().nullable(),
  bugcheckName: z.string(),
  status: ntStatus.nullable(),
  cause,
  confidence: z.number(),
  disk: diskRef.nullable(),
});

export const evidence = z.object({
  recordId: z.uuid(),
  kind: z.string(),
  reportedAt: time,
  stoppedAt: time.nullable(),
  receivedAt: time,
});

export const crashLeadUpEvent = leadUpEvent.extend({ status: ntStatus.nullable() });

export const crash = crashSummary.extend({
  decode,
  verdict,
  diskRule: z.string().nullable(),
  driverStack: z.array(driverVersion).nullable(),
  evidence: z.array(evidence),
  leadUp: z
    .array(crashLeadUpEvent)
    .describe(
      'Storage events of the machine that the verdict was made with, oldest first: of the seven days before the stop the nearest 150, of the next start the first 50; fewer where the machine stops all the time',
    ),
  leadUpCut: z.boolean().describe('There were more storage events than are looked at'),
  dump: dumpFacts.nullable().describe('What a kernel dump of this stop tells'),
});

export const facetValue = z.object({ facet: z.string(), value: z.string(), crashes: z.number().int() });

export const group = groupSummary.extend({
  verdict,
  decode: decode.describe('Of the crash that stands for the group'),
  exemplarCrashId: z.uuid(),
  facets: z.array(facetValue).describe('Firmware, driver versions, machine models and OS builds among its crashes'),
});

export const groupMachine = z.object({
  machine: machineRef,
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  crashes: z.number().int(),
  firstCrashAt: time,
  lastCrashAt: time,
});

export const groupDisk = z.object({ disk: diskRef, crashes: z.number().int(), firstCrashAt: time, lastCrashAt: time });

export const seriesPoint = z.object({ day: z.iso.date(), crashes: z.number().int() });
export const causeSeriesPoint = seriesPoint.extend({ cause });

export const machine = z.object({
  id: z.uuid(),
  computer: z.string(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  osBuild: z.string().nullable(),
  arch: z.string().nullable(),
  firstHeardAt: time,
  lastHeardAt: time,
  inventoryAt: time.nullable(),
  crashes: z.number().int(),
  lastCrashAt: time.nullable(),
});

export const attachment = z.object({
  machine: machineRef,
  disk: diskRef,
  number: z.number().int(),
  port: z.string().nullable(),
  holdsPageFile: z.boolean(),
  isBoot: z.boolean(),
  driverStack: z.array(driverVersion).nullable(),
  firstSeenAt: time,
  lastSeenAt: time,
});

export const machineDetail = machine.extend({ disks: z.array(attachment), recentCrashes: z.array(crashSummary) });

export const disk = z.object({
  id: z.uuid(),
  model: z.string(),
  vendor: z.string().nullable(),
  firmware: z.string().nullable(),
  serial: z.string().nullable(),
  busType: z.number().int().nullable(),
  mediaType: z.number().int().nullable(),
  sizeBytes: z.number().int().nullable(),
  virtual: z.boolean(),
  bridged: z.boolean(),
  machine: machineRef.nullable().describe('Where it was seen last'),
  firstSeenAt: time,
  lastSeenAt: time,
  crashes: z.number().int(),
  lastCrashAt: time.nullable(),
});

export const diskDetail = disk.extend({ attachments: z.array(attachment), recentCrashes: z.array(crashSummary) });

export const freshness = z.object({
  asOf: time.describe('When this answer was computed'),
  lastRecordAt: time.nullable().describe('Arrival of the newest record'),
  pendingChunks: z.number().int().describe('Committed but not yet digested'),
});

export const overview = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  crashes: z.number().int(),
  crashesBefore: z
    .number()
    .int()
    .nullable()
    .describe('In the window of equal length before; null when no crash is known that is older than this window'),
  machinesWithCrashes: z.number().int().describe('Distinct machines with a crash in the window'),
  machines: z.number().int(),
  disks: z.number().int(),
  groups: z.number().int().describe('Groups with a crash in the window'),
  newGroups: z.number().int().describe('Groups whose first crash lies in the window'),
  series: z.array(causeSeriesPoint),
  causes: z.array(z.object({ cause, crashes: z.number().int() })),
  topGroups: z.array(groupSummary).describe('Those with most crashes, of the groups whose cause is known'),
  freshness,
});

export const credentialKind = z.enum(['enrolment', 'api', 'machine']);
export const credential = z.object({
  id: z.uuid(),
  kind: credentialKind,
  label: z.string(),
  machine: machineRef.nullable(),
  createdAt: time,
  expiresAt: time.nullable(),
  revokedAt: time.nullable(),
  lastUsedAt: time.nullable(),
});
export const credentialRequest = z
  .object({
    kind: z.enum(['enrolment', 'api']),
    label: z.string().min(1).max(120),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  })
  .strict();
export const credentialCreated = credential.extend({
  secret: z.string().describe('Shown once; stored as a hash only'),
});
