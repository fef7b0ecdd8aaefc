import { z } from 'zod';
import { dumpFacts } from '../records/dump.js';
import { leadUpEvent } from './lead-up.js';
import { decode, driverVersion, grade, verdict } from './shapes.js';

/** Bounds of one analysis. What lies beyond them is left out, and the answer says so. */
export const ANALYSIS_LIMITS = {
  bytes: 32 * 1024 * 1024,
  /** Characters of plain text that are searched for stops; of a longer text the beginning and the end are. */
  textChars: 4 * 1024 * 1024,
  /** Events and records that are read of one file. */
  records: 20_000,
  /** Events that speak of stops, from which stops are made. */
  evidence: 500,
  /** Stops in one answer, newest first. */
  stops: 64,
  /** Storage events around one stop, and without one, each. */
  events: 200,
  faults: 20,
} as const;

/** `other`: none of what is read here. `says` tells what it is, and what to do about it. */
export const analysisInput = z.object({
  kind: z.enum(['dump', 'events', 'text', 'other']).describe('events: Windows events or records, as XML or JSON'),
  name: z.string().nullable().describe('Name of the file, as the caller gave it'),
  bytes: z.number().int(),
  says: z.string().describe('One sentence: what this file is'),
});

export const analysedDisk = z.object({
  model: z.string(),
  vendor: z.string().nullable(),
  firmware: z.string().nullable(),
  serial: z.string().nullable(),
  busType: z.number().int().nullable(),
  rule: z.string().describe('How the disk was found: recorded, named-by-event, paging-file-disk, only-disk, boot-disk'),
});

/** Who the machine is, from an inventory in the file or from the dump itself. */
export const analysedMachine = z.object({
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  bios: z.string().nullable(),
  osBuild: z.string().nullable(),
  architecture: z.string().nullable(),
});

/** One place of the file that speaks of the stop. */
export const analysisSource = z.object({
  kind: z
    .string()
    .describe('dump, crash, wer-1001, kernel-power-41 … for events; windbg-analyze, stop-screen … for texts'),
  says: z.string().describe('In words: Event 1001, WinDbg !analyze -v'),
  where: z.string().nullable().describe('event 3, line 12; null where the file as a whole says it'),
  at: z.iso.datetime().nullable().describe('When it was written; null where the source has no time'),
  blamed: z
    .string()
    .nullable()
    .describe('What the tool that wrote the text blames: more often the victim than the culprit'),
  doubts: z.array(z.string()).describe('What was odd about the writing and may have changed the numbers'),
});

/** A storage event of the file. There are no records here, so there may be no id; and without a stop nothing to count from. */
export const analysisEvent = leadUpEvent.extend({
  recordId: z.string().nullable().describe('Always null: nothing was stored'),
  computer: z.string().nullable().describe('Which computer logged it; null where the event does not say'),
  secondsBefore: leadUpEvent.shape.secondsBefore.nullable().describe('Null where the file has no stop to count from'),
});

export const analysedStop = z.object({
  title: z.string().describe('One line: stop, status, model'),
  stoppedAt: z.iso.datetime().nullable().describe('Null where the source has no time, as a pasted text'),
  stoppedAtPrecision: z.enum(['exact', 'last-alive', 'next-boot']).nullable(),
  grade,
  computer: z.string().nullable(),
  decode,
  verdict,
  disk: analysedDisk.nullable().describe('The disk that the stop speaks of; null while it is not known'),
  driverStack: z.array(driverVersion).nullable().describe('Of that disk, top first'),
  machine: analysedMachine.nullable(),
  dump: dumpFacts.nullable().describe('What a kernel dump of this stop tells beside'),
  leadUp: z.array(analysisEvent).describe('Storage events around the stop, oldest first'),
  sources: z.array(analysisSource),
});

/** What could not be read. */
export const analysisFault = z.object({ where: z.string().describe('event 3, line 12, the file'), detail: z.string() });

/** The answer to POST /api/v1/analyse, and of `inpage analyse --json`. Nothing of it was stored. */
export const analysis = z.object({
  input: analysisInput,
  stops: z.array(analysedStop).describe('Newest first; stops of several computers are kept apart'),
  events: z.array(analysisEvent).describe('Storage events that no stop of the file goes with, oldest first'),
  faults: z.array(analysisFault),
  notKnown: z.array(z.string()).describe('What this file does not tell, and what of it was not read; whole sentences'),
});

export const analyseQuery = z.object({
  name: z.string().min(1).max(255).optional().describe('Name of the file; told back, and used for nothing else'),
});

export type Analysis = z.infer<typeof analysis>;
export type AnalysedStop = z.infer<typeof analysedStop>;
export type AnalysisEvent = z.infer<typeof analysisEvent>;
export type AnalysisSource = z.infer<typeof analysisSource>;
