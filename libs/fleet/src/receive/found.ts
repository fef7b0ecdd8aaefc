import type { InpageRecord } from '@inpage/contracts';
import type { Result } from '@inpage/core';
import type { WindowsEvent } from '@inpage/winevent';
import type { Rejection } from './validate-record.js';

/**
 * One record as it was found in a body. Events of an XML body are already read, and so are those in a collector's clothing, which
 * may be of any machine.
 */
export type Found = InpageRecord | { readonly kind: 'event-xml' | 'event-collected'; readonly event: WindowsEvent };

/** In the order of the body; a fault of one record is a value, a fault of the body is thrown. */
export type FoundOrRejected = Result<Found, Rejection>;

/** What to make of text in which not all is of our contract. */
export interface Foreign {
  /** A value that is not ours. */
  one(value: unknown, text: string): Iterable<FoundOrRejected>;
  /** A list of values of which at least one is not. */
  list(values: readonly unknown[], text: string): Iterable<FoundOrRejected>;
  /** Text that is not JSON; nothing where it is nothing else either. */
  several(text: string): Iterable<FoundOrRejected> | undefined;
}
