import type { Clothing } from './clothing.js';
import { bulkAction, winlogbeat, winlogbeat6 } from './elastic.js';
import { fluentBit, fluentBitXml } from './fluent-bit.js';
import { inpageEvent, inpageRecord, xmlMember } from './inpage.js';
import { alloyLine, lokiPush } from './loki.js';
import { nxlog } from './nxlog.js';
import { osqueryLog, osqueryResult, osqueryRow } from './osquery.js';
import { otelWindows } from './otel-windows.js';
import { otlp } from './otlp.js';
import { splunkHec } from './splunk-hec.js';
import { vector } from './vector.js';

/**
 * Every clothing that is known; the first that fits is taken. Splunk's stands last, because an ECS document and an Inpage
 * record have a member `event` too.
 */
export const CLOTHINGS: readonly Clothing[] = [
  inpageRecord,
  xmlMember,
  inpageEvent,
  otlp,
  otelWindows,
  winlogbeat,
  winlogbeat6,
  bulkAction,
  fluentBit,
  fluentBitXml,
  osqueryLog,
  osqueryResult,
  osqueryRow,
  vector,
  lokiPush,
  alloyLine,
  nxlog,
  splunkHec,
];
