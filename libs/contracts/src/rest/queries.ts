import { z } from 'zod';
import {
  cause,
  crashSummary,
  credential,
  credentialKind,
  disk,
  groupDisk,
  groupMachine,
  groupSummary,
  machine,
  seriesPoint,
} from './shapes.js';

const limit = z.coerce.number().int().min(1).max(500).default(50);
const cursor = z.string().max(512).optional();
const day = z.iso.date();
const search = z.string().min(1).max(120).optional();
const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(20).optional(),
  );

/** Half-open window of days in UTC: `from` belongs to it, `to` does not. Default: the last 90 days with today. */
export const window = { from: day.optional(), to: day.optional() };

export const groupsQuery = z.object({
  ...window,
  cause: oneOrMany(cause),
  family: z.string().max(64).optional(),
  status: z
    .string()
    .regex(/^(0[xX][0-9a-fA-F]{8}|none)$/)
    .optional()
    .describe('NTSTATUS, or none'),
  model: z.string().max(256).optional().describe('Exact normalised model, or unknown'),
  stack: z.string().max(1024).optional().describe('Exact driver stack, names joined by " > ", or unknown'),
  q: search.describe('Part of the title'),
  sort: z.enum(['crashes', 'last', 'first', 'machines']).default('crashes'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit,
  cursor,
});
export const overviewQuery = z.object(window);
export const groupQuery = z.object(window);
export const seriesQuery = z.object(window);
export const pageQuery = z.object({ limit, cursor });
export const crashesQuery = z.object({
  ...window,
  group: z.uuid().optional(),
  machine: z.uuid().optional(),
  disk: z.uuid().optional(),
  cause: oneOrMany(cause),
  limit,
  cursor,
});
export const machinesQuery = z.object({
  q: search.describe('Part of the computer name'),
  sort: z.enum(['computer', 'crashes', 'last-heard']).default('crashes'),
  limit,
  cursor,
});
export const disksQuery = z.object({
  q: search.describe('Part of the model or the serial'),
  model: z.string().max(256).optional(),
  firmware: z.string().max(64).optional(),
  limit,
  cursor,
});
export const credentialsQuery = z.object({
  kind: credentialKind
    .optional()
    .describe('Without it: enrolment keys and API tokens, but not the credentials of machines'),
  machine: z.uuid().optional(),
  limit,
  cursor,
});
export const idParams = z.object({ id: z.uuid() });

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), asOf: z.iso.datetime() });

export const groupsPage = page(groupSummary).extend({ from: day, to: day });
export const crashesPage = page(crashSummary);
export const machinesPage = page(machine);
export const disksPage = page(disk);
export const groupMachinesPage = page(groupMachine);
export const groupDisksPage = page(groupDisk);
export const credentialsPage = page(credential);
export const groupSeries = z.object({ from: day, to: day, points: z.array(seriesPoint) });
