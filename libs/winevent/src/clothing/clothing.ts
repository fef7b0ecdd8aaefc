import type { Result } from '@inpage/core';
import type { EventDraft } from '../event-draft.js';
import type { EventFault } from '../event-fault.js';
import type { JsonObject } from '../json-value.js';

/** What comes out of a clothing: an event not yet judged, something to be looked at again, or a fault of its own. */
export type Undressed =
  { readonly draft: EventDraft } | { readonly inner: unknown } | { readonly fault: Result<never, EventFault> };

/** One way in which a collector hands events over. */
export interface Clothing {
  readonly name: string;
  /** Whether the value is dressed this way. Looks at a few members and at nothing inside them. */
  fits(value: JsonObject): boolean;
  undress(value: JsonObject): Iterable<Undressed>;
}
