import { err, type Result } from '@inpage/core';

/** What can be wrong with one event. Stable: receipts and metrics carry the code. */
export type EventFaultCode =
  /** Not XML as far as it was read. */
  | 'xml-malformed'
  /** The text ended, or the next event began, before this one was closed. */
  | 'xml-unclosed'
  | 'xml-too-deep'
  /** A document type or entity declaration. No event has one, so it is refused and never expanded. */
  | 'dtd-refused'
  /** Not JSON as far as it was read. */
  | 'json-malformed'
  | 'json-too-deep'
  /** Wrappings inside wrappings beyond any collector. */
  | 'wrapped-too-deep'
  /** Something that is not an event stands where an event belongs. */
  | 'not-an-event'
  /** One event was expected and more came. */
  | 'events-too-many'
  | 'provider-missing'
  | 'event-id-invalid'
  | 'time-invalid'
  /** Another member is not what it should be; the detail names it. */
  | 'field-invalid'
  | 'data-invalid'
  | 'data-too-many'
  | 'data-name-too-long'
  | 'data-value-too-long'
  | 'binary-invalid';

export interface EventFault {
  readonly code: EventFaultCode;
  readonly detail: string;
  /** Where in the text, counted in UTF-16 code units. XML and JSON texts only. */
  readonly offset?: number;
}

/** Bounds of one event. No event of the providers that Inpage reads comes near them. */
export const EVENT_LIMITS = {
  data: 256,
  /** UTF-16 code units of one `<Data>`, and hex digits of `<Binary>`. */
  value: 65_536,
  /** UTF-16 code units of the name of one `<Data>`. */
  name: 128,
  /** UTF-16 code units of provider, channel and computer. */
  text: 256,
} as const;

export const fault = (code: EventFaultCode, detail: string, offset?: number): Result<never, EventFault> =>
  err({ code, detail, offset });
