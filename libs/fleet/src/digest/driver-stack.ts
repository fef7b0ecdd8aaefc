import { normaliseStack, type NormalisedStack } from '@inpage/triage';
import type { DriverOnWire } from './wire-facts.js';

/** A driver stack and, driver by driver, its versions; an empty text where a version is not known. */
export interface VersionedStack {
  readonly stack?: NormalisedStack;
  readonly stackVersions?: readonly string[];
}

/** Tidying drops entries that name no driver; their versions go with them, so that the two lists stay side by side. */
export function readStack(entries: readonly DriverOnWire[] | undefined): VersionedStack {
  const named = (entries ?? []).filter(({ name }) => normaliseStack([name]) !== undefined);
  const stack = normaliseStack(named.map(({ name }) => name));
  if (stack === undefined) return {};
  return { stack, stackVersions: stack.drivers.map((_driver, i) => named[i]!.version ?? '') };
}
