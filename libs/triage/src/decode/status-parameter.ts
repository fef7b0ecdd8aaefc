import { NtStatus, ntStatus } from '@inpage/codes';
import type { Parameters } from './reading.js';
import { isKernelPte32 } from './self-map.js';

const UPPER_ONES = 0xffff_ffffn;

/**
 * An NTSTATUS out of a parameter: 64-bit Windows sign-extends it, so the upper half is zero or all ones. `undefined` when
 * it is anything else, for then the value is no status at all (a pointer with a status glued to it was seen in the wild).
 */
export function statusOf(parameter: bigint): NtStatus | undefined {
  const upper = parameter >> 32n;
  return upper === 0n || upper === UPPER_ONES ? NtStatus(Number(parameter & 0xffff_ffffn)) : undefined;
}

/** Error or warning by its severity bits, or a status that the table has. Zero does not look like a status. */
export function looksLikeStatus(parameter: bigint): boolean {
  const status = statusOf(parameter);
  return status !== undefined && status !== 0 && (status >= 0x8000_0000 || looksKnown(parameter));
}

/** True for a status of severity error. */
export const isErrorStatus = (parameter: bigint): boolean => (statusOf(parameter) ?? 0) >= 0xc000_0000;

/**
 * Stricter, for a parameter that may be an address as well: an error of the table that cannot be the address of a page
 * table entry of 32-bit Windows. BitLocker's statuses (0xC021xxxx) lie in that region, so they are not believed here.
 */
export const isSurelyStatus = (parameter: bigint): boolean =>
  isErrorStatus(parameter) && looksKnown(parameter) && !isKernelPte32(parameter);

function looksKnown(parameter: bigint): boolean {
  const status = statusOf(parameter);
  return status !== undefined && ntStatus(status).known;
}

/** True when parameters 2 to 4 are all zero or missing: the source kept the first parameter only. */
export const isOnlyFirstRecorded = ([, ...rest]: Parameters): boolean => rest.every((parameter) => !parameter);

/** What parameter 2 said about the status. */
export interface RecordedStatus {
  readonly status?: NtStatus;
  readonly statusNotRecorded: boolean;
  readonly warnings: readonly string[];
}

/**
 * The status of a code that keeps it in parameter 2. Kernel-Power 41 often keeps the first parameter only and writes zeros
 * for the rest: when parameters 2 to 4 are all zero or missing, no status was recorded. A zero beside parameters that are
 * not zero was recorded, and means that the stack reported success.
 */
export function recordedStatus(parameters: Parameters): RecordedStatus {
  const [, p2] = parameters;
  if (isOnlyFirstRecorded(parameters)) return { statusNotRecorded: true, warnings: [] };
  if (p2 === undefined)
    return { statusNotRecorded: true, warnings: ['Parameter 2, which carries the status, is missing.'] };
  const status = statusOf(p2);
  if (status === undefined)
    return {
      statusNotRecorded: false,
      warnings: ['Parameter 2 is not an NTSTATUS: its upper half is no sign extension.'],
    };
  return { status, statusNotRecorded: false, warnings: oddStatus(p2) };
}

const oddStatus = (parameter: bigint): readonly string[] =>
  parameter === 0n ? [REPORTED_SUCCESS] : looksLikeStatus(parameter) ? [] : [NO_ERROR];

const NO_ERROR = 'Parameter 2 does not look like the status of a failure.';
const REPORTED_SUCCESS =
  'The status is zero although the other parameters were recorded: the storage stack reported success, yet the page could not be used.';

/** `STATUS_IO_DEVICE_ERROR: The device …`, or that it is no status. */
export function describeStatus(parameter: bigint | undefined): string {
  const status = parameter === undefined ? undefined : statusOf(parameter);
  if (status === undefined) return 'Not an NTSTATUS.';
  const { name, meaning } = ntStatus(status);
  return `${name}: ${meaning}`;
}
