import { baseBugcheck, BugcheckCode } from '@inpage/codes';
import type { ByteView } from '../bytes/byte-view.js';
import { dateOfFiletime, msOfTicks } from '../bytes/filetime.js';
import type { Warnings } from '../warning.js';
import { architectureOf, type Architecture } from './architecture.js';
import { attributesOf, type DumpAttribute } from './dump-attributes.js';
import { dumpKindOf, type DumpKind } from './dump-type.js';
import type { HeaderField, HeaderFields, HeaderShape } from './header-layout.js';

export type Parameters4 = readonly [bigint, bigint, bigint, bigint];

/** ProductType of the header, as winnt.h names it (VER_NT_*). */
const PRODUCTS = { 1: 'workstation', 2: 'domain-controller', 3: 'server' } as const;
const PERSONAL_SUITE = 0x200;

export interface OsFacts {
  /** Of the kernel base: Windows 10 22H2 (19045) says 19041. */
  readonly build?: number;
  /** A checked (debug) kernel: MajorVersion 0xC instead of 0xF. */
  readonly checked?: boolean;
  readonly product?: (typeof PRODUCTS)[keyof typeof PRODUCTS];
  /** VER_SUITE_PERSONAL: a Home edition. */
  readonly home?: boolean;
  /** NtBuildLab, with the revision on Windows 8.1 and older: `9600.18821.amd64fre.winblue_ltsb.170914-0600`. */
  readonly lab?: string;
}

/** What every kernel dump says in its header. 32-bit pointers and parameters are widened without sign. */
export interface HeaderFacts {
  readonly kind: DumpKind;
  readonly dumpType?: number;
  readonly bits: 32 | 64;
  readonly architecture?: Architecture;
  /** Without the minidump flag: 0x1000007E is 0x7E. */
  readonly bugcheck?: BugcheckCode;
  readonly bugcheckAsWritten?: BugcheckCode;
  readonly parameters?: Parameters4;
  /** When it stopped, UTC, by the PC's clock. */
  readonly crashTime?: Date;
  /** The same as a FILETIME: 100 ns since 1601. */
  readonly systemTime?: bigint;
  readonly upTimeMs?: number;
  readonly os: OsFacts;
  readonly processors?: number;
  readonly directoryTableBase?: bigint;
  /** Physical memory that Windows used. */
  readonly memoryBytes?: bigint;
  readonly exception?: { readonly code: number; readonly address: bigint };
  /** Absent in dumps that were re-written at the next boot. */
  readonly attributes?: readonly DumpAttribute[];
  /** The body is encrypted; nothing behind the header was read. */
  readonly encrypted: boolean;
  readonly bootId?: number;
  /** Bytes that the whole dump needed; in re-written triage dumps more than the file has. */
  readonly requiredBytes?: bigint;
}

/** EXCEPTION_BREAKPOINT at KeBugCheckEx stands in every triage dump and says nothing. */
const PLACEHOLDER_EXCEPTION = 0x8000_0003;
const PAGE_BYTES = 4096n;
const MOST_PROCESSORS = 4096;
const LONGEST_UPTIME_MS = 50 * 365.25 * 86_400_000;

/** Which warning speaks of which field of the header; what is missing here is judged by itself below. */
const NAMED: readonly (readonly [HeaderField, string])[] = [
  ['build', 'os.build'],
  ['majorVersion', 'os.checked'],
  ['productType', 'os.product'],
  ['suiteMask', 'os.home'],
  ['dumpType', 'dumpType'],
  ['machineImageType', 'architecture'],
  ['bugcheckCode', 'bugcheck'],
  ['parameter1', 'parameters'],
  ['parameter2', 'parameters'],
  ['parameter3', 'parameters'],
  ['parameter4', 'parameters'],
  ['systemTime', 'crashTime'],
  ['systemUpTime', 'upTimeMs'],
  ['processors', 'processors'],
  ['directoryTableBase', 'directoryTableBase'],
  ['memoryRuns', 'memoryBytes'],
  ['memoryPages', 'memoryBytes'],
  ['exceptionCode', 'exception'],
  ['exceptionAddress', 'exception'],
  ['attributes', 'attributes'],
  ['bootId', 'bootId'],
  ['requiredDumpSpace', 'requiredBytes'],
];

/** @param wholeSize of the file, to tell "the file ends" from "not yet here". */
export function readHeader(view: ByteView, shape: HeaderShape, wholeSize: number, warnings: Warnings): HeaderFacts {
  const fields = shape.read(view);
  const short = wholeSize > view.length ? 'not-at-hand' : 'cut-off';
  for (const [field, name] of NAMED) {
    if (fields[field] !== undefined) continue;
    warnings.add(name, shape.offsetOf(field) + 4 > view.length ? short : 'filler');
  }
  return { ...stop(fields, warnings), ...machine(fields, shape, warnings), os: os(fields, warnings) };
}

type Stop = Pick<
  HeaderFacts,
  | 'kind'
  | 'dumpType'
  | 'bugcheck'
  | 'bugcheckAsWritten'
  | 'parameters'
  | 'crashTime'
  | 'systemTime'
  | 'upTimeMs'
  | 'exception'
>;

function stop(fields: HeaderFields, warnings: Warnings): Stop {
  const { bugcheckCode, parameter1: p1, parameter2: p2, parameter3: p3, parameter4: p4, dumpType } = fields;
  const asWritten = bugcheckCode === undefined ? undefined : BugcheckCode(bugcheckCode);
  const crashTime = fields.systemTime === undefined ? undefined : dateOfFiletime(fields.systemTime);
  const kind = dumpKindOf(dumpType);
  if (kind === 'unknown-type' && dumpType !== undefined) warnings.add('kind', 'unsupported');
  return {
    kind,
    dumpType,
    bugcheckAsWritten: asWritten,
    bugcheck: asWritten === undefined ? undefined : baseBugcheck(asWritten),
    parameters:
      p1 === undefined || p2 === undefined || p3 === undefined || p4 === undefined ? undefined : [p1, p2, p3, p4],
    crashTime: warnings.note('crashTime', crashTime, 'implausible'),
    systemTime: crashTime === undefined ? undefined : fields.systemTime,
    upTimeMs: upTime(fields.systemUpTime, warnings),
    exception: exception(fields, warnings),
  };
}

function upTime(ticks: bigint | undefined, warnings: Warnings): number | undefined {
  if (ticks === undefined) return undefined;
  const ms = msOfTicks(ticks);
  return ms <= LONGEST_UPTIME_MS ? ms : warnings.add('upTimeMs', 'implausible');
}

function exception({ exceptionCode: code, exceptionAddress: address }: HeaderFields, warnings: Warnings) {
  if (code === undefined || address === undefined) return undefined;
  if (code === PLACEHOLDER_EXCEPTION) return warnings.add('exception', 'placeholder');
  return code === 0 ? warnings.add('exception', 'not-in-this-dump') : { code, address };
}

type Machine = Omit<HeaderFacts, keyof Stop | 'os'>;

function machine(fields: HeaderFields, { bits, mostMemoryRuns }: HeaderShape, warnings: Warnings): Machine {
  const { machineImageType, processors, memoryRuns, memoryPages } = fields;
  const architecture = machineImageType === undefined ? undefined : architectureOf(machineImageType);
  const attributes = fields.attributes === undefined ? undefined : attributesOf(fields.attributes);
  const sane = processors !== undefined && processors > 0 && processors <= MOST_PROCESSORS;
  const runs = memoryRuns !== undefined && memoryRuns > 0 && memoryRuns <= mostMemoryRuns;
  const memory = runs && memoryPages !== undefined && memoryPages > 0n && memoryPages < 1n << 40n;
  return {
    bits,
    architecture: warnings.note('architecture', architecture, 'unsupported'),
    processors: warnings.note('processors', sane ? processors : undefined, 'implausible'),
    directoryTableBase: fields.directoryTableBase,
    memoryBytes: warnings.note('memoryBytes', memory ? memoryPages * PAGE_BYTES : undefined, 'implausible'),
    attributes,
    encrypted: attributes?.includes('encrypted') ?? false,
    bootId: fields.bootId,
    requiredBytes: fields.requiredDumpSpace,
  };
}

function os({ build, majorVersion, productType, suiteMask }: HeaderFields, warnings: Warnings): OsFacts {
  const product = PRODUCTS[productType as keyof typeof PRODUCTS] as OsFacts['product'];
  return {
    build,
    checked: majorVersion === undefined ? undefined : majorVersion === 0xc,
    product: warnings.note('os.product', product, 'implausible'),
    home: suiteMask === undefined ? undefined : (suiteMask & PERSONAL_SUITE) !== 0,
  };
}
