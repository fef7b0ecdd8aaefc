import { dumpFacts, enrolRequest, enrolResponse, problem, receipt, receipts, record, rest } from '@inpage/contracts';
import { z } from 'zod';

/** Schemas of answers, by their name in the document. */
const ANSWERS = {
  Problem: problem,
  Overview: rest.overview,
  GroupSummary: rest.groupSummary,
  GroupsPage: rest.groupsPage,
  Group: rest.group,
  GroupMachine: rest.groupMachine,
  GroupMachinesPage: rest.groupMachinesPage,
  GroupDisk: rest.groupDisk,
  GroupDisksPage: rest.groupDisksPage,
  GroupSeries: rest.groupSeries,
  CrashSummary: rest.crashSummary,
  CrashesPage: rest.crashesPage,
  Crash: rest.crash,
  MachineSummary: rest.machine,
  MachinesPage: rest.machinesPage,
  Machine: rest.machineDetail,
  DiskSummary: rest.disk,
  DisksPage: rest.disksPage,
  Disk: rest.diskDetail,
  Rates: rest.rates,
  RateGroup: rest.rateGroup,
  Credential: rest.credential,
  CredentialsPage: rest.credentialsPage,
  CredentialCreated: rest.credentialCreated,
  SignedIn: rest.signedIn,
  Session: rest.session,
  EnrolResponse: enrolResponse,
  Receipts: receipts,
  Receipt: receipt,
  Verdict: rest.verdict,
  Decode: rest.decode,
  NtStatus: rest.ntStatus,
  Cause: rest.cause,
  MachineRef: rest.machineRef,
  DiskRef: rest.diskRef,
  Attachment: rest.attachment,
  Evidence: rest.evidence,
  LeadUpEvent: rest.crashLeadUpEvent,
  Analysis: rest.analysis,
  AnalysedStop: rest.analysedStop,
  AnalysisEvent: rest.analysisEvent,
  DumpFacts: dumpFacts,
  Comment: rest.comment,
  CommentsPage: rest.commentsPage,
  Answer: rest.answer,
  AnswersPage: rest.answersPage,
} satisfies Record<string, z.ZodType>;

/** Schemas of bodies that come in. */
const BODIES = {
  CredentialRequest: rest.credentialRequest,
  CommentRequest: rest.commentRequest,
  CommentChange: rest.commentChange,
  AnswerRequest: rest.answerRequest,
  SignInRequest: rest.signInRequest,
  PasswordChange: rest.passwordChange,
  EnrolRequest: enrolRequest,
  Record: record,
} satisfies Record<string, z.ZodType>;

export type JsonSchema = Record<string, unknown>;
const uri = (name: string): string => `#/components/schemas/${name}`;

/** Their formats say it already, and zod's patterns for them are ten times as long. */
const FORMATS_WITHOUT_PATTERN = new Set(['date', 'date-time', 'uuid', 'email']);

const withoutPattern = ({ jsonSchema }: { jsonSchema: JsonSchema }): void => {
  if (FORMATS_WITHOUT_PATTERN.has(jsonSchema['format'] as string)) delete jsonSchema['pattern'];
};

/** An answer may get a new field at any time; whoever reads it must not mind. */
const openToNewFields = ({ jsonSchema }: { jsonSchema: JsonSchema }): void => {
  withoutPattern({ jsonSchema });
  if (jsonSchema['additionalProperties'] === false) delete jsonSchema['additionalProperties'];
};

const OVERRIDE = { input: withoutPattern, output: openToNewFields } as const;

function named(schemas: Record<string, z.ZodType>, io: 'input' | 'output'): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { io, uri, override: OVERRIDE[io] as never });
  return Object.fromEntries(Object.entries(made.schemas).map(([name, schema]) => [name, bare(schema as JsonSchema)]));
}

/** Inside of a document, neither dialect nor id of a schema are said again. */
const bare = ({ $schema: _dialect, $id: _id, id: _name, ...schema }: JsonSchema): JsonSchema => schema;

const NAMES = new Map<z.ZodType, string>(
  Object.entries({ ...ANSWERS, ...BODIES }).map(([name, schema]) => [schema, name]),
);

export const schemas = (): Record<string, JsonSchema> => ({ ...named(ANSWERS, 'output'), ...named(BODIES, 'input') });

/** A schema as the document refers to it: by its name where it has one. */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const name = NAMES.get(schema);
  if (name !== undefined) return { $ref: uri(name) };
  if (schema instanceof z.ZodArray) return { type: 'array', items: schemaOf(schema.element as z.ZodType) };
  if (schema instanceof z.ZodUnion) return { oneOf: schema.options.map((option) => schemaOf(option as z.ZodType)) };
  return bare(z.toJSONSchema(schema, { io: 'output', override: OVERRIDE.output as never }) as JsonSchema);
}
