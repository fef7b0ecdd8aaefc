import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import {
  beatRecord,
  crashRecord,
  dumpRecord,
  eventRecord,
  inventoryRecord,
  RECORD_LIMITS,
  type InpageRecord,
  type RecordKind,
} from '@inpage/contracts';
import { err, ok, type ErrorCode, type Result } from '@inpage/core';

/** Why one record was not taken; becomes its receipt. */
export interface Rejection {
  readonly code: ErrorCode;
  readonly detail: string;
}

const SCHEMAS = {
  event: eventRecord,
  crash: crashRecord,
  inventory: inventoryRecord,
  beat: beatRecord,
  dump: dumpRecord,
} as const satisfies Record<RecordKind, z.ZodType>;

/**
 * `unicode: false` counts UTF-16 units; counting code points, as zod 4.6 does, costs more than all other checks together. A text
 * that is too long by the one and not by the other is left to zod, which is asked about every refusal. Ajv calls the option
 * deprecated on its logger.
 */
const ajv = new Ajv2020({ strict: true, allErrors: false, validateFormats: false, unicode: false, logger: false });

/** What the reader of events judges itself, and a pattern would take 10 µs a record for. */
const withoutHexPattern = ({ jsonSchema }: { jsonSchema: { pattern?: string } }): void => {
  if (jsonSchema.pattern === '^([0-9a-fA-F]{2})*$') delete jsonSchema.pattern;
};

/** Compiled once from the zod contracts: 2 to 3 µs a record where zod itself takes 8 (docs/adr). */
const VALIDATORS = Object.fromEntries(
  Object.entries(SCHEMAS).map(([kind, schema]) => {
    const { $schema: _dialect, ...jsonSchema } = z.toJSONSchema(schema, {
      io: 'input',
      override: withoutHexPattern,
    }) as Record<string, unknown>;
    return [kind, ajv.compile(jsonSchema)];
  }),
) as Record<RecordKind, ValidateFunction>;

/** Whether a value says that it is a record of ours: its `kind` is one. Whether it is a good one is for `validateRecord` to say. */
export function isOurs(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const kind = (value as { kind?: unknown }).kind;
  return typeof kind === 'string' && Object.hasOwn(VALIDATORS, kind);
}

/** Checks one parsed record against its contract. The detail of a refusal names the field. */
export function validateRecord(value: unknown): Result<InpageRecord, Rejection> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return err({ code: 'record-invalid', detail: 'A record is a JSON object.' });
  }
  const kind = (value as { kind?: unknown }).kind;
  if (typeof kind !== 'string' || !Object.hasOwn(VALIDATORS, kind)) {
    return err({
      code: 'record-kind-unknown',
      detail: `kind is ${quote(kind)}; known are ${Object.keys(VALIDATORS).join(', ')}.`,
    });
  }
  if (VALIDATORS[kind as RecordKind](value)) return oneClothing(value as InpageRecord);
  if (depthOf(value) > RECORD_LIMITS.nesting) {
    return err({ code: 'nesting-too-deep', detail: `At most ${RECORD_LIMITS.nesting} levels.` });
  }
  const fault = firstFault(kind as RecordKind, value);
  return fault === undefined ? oneClothing(value as InpageRecord) : err({ code: 'record-invalid', detail: fault });
}

function oneClothing(record: InpageRecord): Result<InpageRecord, Rejection> {
  if (record.kind === 'event' && (record.event === undefined) === (record.xml === undefined)) {
    return err({ code: 'record-invalid', detail: 'An event record has either event or xml.' });
  }
  return ok(record);
}

/** zod says it best, and this is not the hot path. */
function firstFault(kind: RecordKind, value: unknown): string | undefined {
  const issue = SCHEMAS[kind].safeParse(value).error?.issues[0];
  return issue && `${issue.path.join('.') || 'record'}: ${issue.message}`;
}

const quote = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
};

/** Without recursion: the value comes from outside and may be nested as deep as its size allows. */
function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth++) {
    const next = level
      .filter((item) => typeof item === 'object' && item !== null)
      .flatMap((item) => Object.values(item as object));
    if (next.length === 0 || depth > RECORD_LIMITS.nesting) return depth;
    level = next;
  }
}
