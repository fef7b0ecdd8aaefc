import type { InpageRecord } from '@inpage/contracts';
import type { WindowsEvent } from '../windows/event.js';

/** One thing that a machine has to tell, in the form in which it will be sent. */
export type Observation =
  | { readonly form: 'record'; readonly record: InpageRecord }
  /** For bodies of application/xml. */
  | { readonly form: 'xml'; readonly xml: string };

/** The same before the machine's record numbers and clothing are put on. */
export type Moment =
  { readonly atMs: number; readonly event: WindowsEvent } | { readonly atMs: number; readonly record: InpageRecord };
