import { normaliseStack, type NormalisedStack } from '@inpage/triage';
import type { DriverOnWire } from './wire-facts.js';

/** A driver stack and, driver by driver, its versions; an empty text where a version is not known. */
export interface VersionedStack {
  readonly stack?: NormalisedStack;
  readonly stackVersions?: readonly string[];
}

/**
 * UTF-8 bytes of a key, its `|` counted twice because a group key escapes them. A real one has under 300; an index of PostgreSQL
 * takes 2704, and a group key has the model beside the stack.
 */
const MAX_KEY_BYTES = 1500;
const isStack = ({ key }: NormalisedStack): boolean => Buffer.byteLength(key.replaceAll('|', '||')) <= MAX_KEY_BYTES;

/** Tidying drops entries that name no driver; their versions go with them, so that the two lists stay side by side. */
export function readStack(entries: readonly DriverOnWire[] | undefined): VersionedStack {
  const named = (entries ?? []).filter(({ name }) => normaliseStack([name]) !== undefined);
  const stack = normaliseStack(named.map(({ name }) => name));
  if (stack === undefined || !isStack(stack)) return {};
  return { stack, stackVersions: stack.drivers.map((_driver, i) => named[i]!.version ?? '') };
}
