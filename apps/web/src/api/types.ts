import type { Problem, rest } from '@inpage/contracts';
import type { z } from 'zod';

/** Types only: the schemas stay on the server, so no validator reaches the browser. */
type Of<T extends z.ZodType> = z.infer<T>;

export type { Problem };
export type Cause = Of<typeof rest.cause>;
export type Grade = Of<typeof rest.grade>;
export type Verdict = Of<typeof rest.verdict>;
export type Decode = Of<typeof rest.decode>;
export type NtStatus = Of<typeof rest.ntStatus>;
export type Evidence = Of<typeof rest.evidence>;
export type LeadUpEvent = Of<typeof rest.crashLeadUpEvent>;
/** As pages show it; its sentence tells the status too. */
export type ShownEvent = Omit<LeadUpEvent, 'status'>;
export type DumpFacts = NonNullable<Of<typeof rest.crash>['dump']>;
export type FacetValue = Of<typeof rest.facetValue>;
export type DriverVersion = Of<typeof rest.driverVersion>;
export type MachineRef = Of<typeof rest.machineRef>;
export type DiskRef = Of<typeof rest.diskRef>;
export type Attachment = Of<typeof rest.attachment>;
export type Overview = Of<typeof rest.overview>;
export type GroupSummary = Of<typeof rest.groupSummary>;
export type Group = Of<typeof rest.group>;
export type GroupMachine = Of<typeof rest.groupMachine>;
export type GroupDisk = Of<typeof rest.groupDisk>;
export type GroupSeries = Of<typeof rest.groupSeries>;
export type SeriesPoint = Of<typeof rest.seriesPoint>;
export type CauseSeriesPoint = Of<typeof rest.causeSeriesPoint>;
export type CrashSummary = Of<typeof rest.crashSummary>;
export type Crash = Of<typeof rest.crash>;
export type Machine = Of<typeof rest.machine>;
export type MachineDetail = Of<typeof rest.machineDetail>;
export type Disk = Of<typeof rest.disk>;
export type DiskDetail = Of<typeof rest.diskDetail>;
export type Rates = Of<typeof rest.rates>;
export type RateGroup = Of<typeof rest.rateGroup>;
export type RateOutcome = Of<typeof rest.rateOutcome>;
export type Freshness = Of<typeof rest.freshness>;
export type Analysis = Of<typeof rest.analysis>;
export type AnalysedStop = Analysis['stops'][number];
export type AnalysisEvent = Analysis['events'][number];
export type AnalysisSource = AnalysedStop['sources'][number];
export type Credential = Of<typeof rest.credential>;
export type CredentialKind = Of<typeof rest.credentialKind>;
export type CredentialCreated = Of<typeof rest.credentialCreated>;
export type CredentialRequest = Of<typeof rest.credentialRequest>;
export type Comment = Of<typeof rest.comment>;
export type CommentChange = Of<typeof rest.commentChange>;
export type Answer = Of<typeof rest.answer>;
export type AnswerRequest = Of<typeof rest.answerRequest>;
export type AnswersPage = Of<typeof rest.answersPage>;
/** What is remarked on: a group or a crash. */
export type About = Pick<Of<typeof rest.remarkAbout>, 'kind' | 'id'>;
export type GroupsPage = Of<typeof rest.groupsPage>;
export type Page<T> = { items: T[]; nextCursor: string | null; asOf: string };

/** Who is signed in; null when nobody is. */
export type Session = Of<typeof rest.session>;
