import type { NtStatus } from '@inpage/codes';
import type { NormalisedStack } from '../stack/normalise-stack.js';
import type { Decode } from '../stop.js';
import type { DiskFacts } from '../verdict.js';

/** What a group is made of, kept as columns so that groups fold up (status, then model, then stack). */
export interface GroupParts {
  readonly family: string;
  /** The NTSTATUS, unsigned; null when the stop carries none or none was recorded. */
  readonly status: NtStatus | null;
  /** Lower-case model; null while the disk is unknown. */
  readonly modelKey: string | null;
  /** The model for display. Not part of the key. */
  readonly model: string | null;
  /** Driver names joined by ` > `; null while the stack is unknown. */
  readonly stackKey: string | null;
}

/** The group parts of one crash, from what is known about it now. */
export function groupParts(decode: Decode, disk?: Pick<DiskFacts, 'model'>, stack?: NormalisedStack): GroupParts {
  const model = disk?.model || null;
  return {
    family: decode.family,
    status: decode.status ?? null,
    modelKey: model?.toLowerCase() ?? null,
    model,
    stackKey: stack?.key ?? null,
  };
}

/** `|` separates the parts, so it and the escape itself are escaped inside of them. */
const escapePart = (text: string): string => text.replace(/[\\|]/g, '\\$&');

/** `=` opens a value; its absence is null. So the text `null`, the empty text and null stay three things. */
const part = (name: string, value: string | null): string => (value === null ? name : `${name}=${escapePart(value)}`);

/**
 * The canonical text of a group: the same parts give the same text for ever, different parts never do. The group id is made
 * from its digest, so changing this text renames every group; the version in front is there for that day.
 */
export const groupKey = (parts: Omit<GroupParts, 'model'>): string =>
  [
    'group-1',
    part('family', parts.family),
    part('status', parts.status === null ? null : (parts.status >>> 0).toString(16).padStart(8, '0')),
    part('model', parts.modelKey),
    part('stack', parts.stackKey),
  ].join('|');
