import { JsonObject, jsonList, jsonObject } from '../json-value.js';
import type { Clothing } from './clothing.js';

/** Deeper than any event; what is deeper becomes null. */
const DEEPEST = 24;

/**
 * An OTLP export request: `resourceLogs[].scopeLogs[].logRecords[].body`. The body is a map of the Windows receiver, the XML of
 * the event (`raw: true`), or what another agent put there; it is looked at again as whatever it is.
 * Source: https://github.com/open-telemetry/opentelemetry-proto, `opentelemetry/proto/logs/v1/logs.proto`
 */
export const otlp: Clothing = {
  name: 'otlp',
  fits: (value) => Array.isArray(value.get('resourceLogs')),
  *undress(value) {
    for (const resource of jsonList(value.get('resourceLogs')).map(jsonObject)) {
      const scopes = resource?.get('scopeLogs') ?? resource?.get('instrumentationLibraryLogs');
      for (const scope of jsonList(scopes).map(jsonObject)) {
        for (const record of jsonList(scope?.get('logRecords') ?? scope?.get('logs')).map(jsonObject))
          yield { inner: plain(record?.get('body'), 0) };
      }
    }
  },
};

/** The value inside an AnyValue. Whole numbers are texts in OTLP's JSON and stay texts. */
function plain(any: unknown, depth: number): unknown {
  const value = jsonObject(any);
  if (!value || depth > DEEPEST) return typeof any === 'string' ? any : null;
  const list = jsonObject(value.get('arrayValue'));
  if (list) return jsonList(list.get('values')).map((item) => plain(item, depth + 1));
  const map = jsonObject(value.get('kvlistValue'));
  if (!map)
    return (
      value.get('stringValue') ?? value.get('intValue') ?? value.get('boolValue') ?? value.get('doubleValue') ?? null
    );
  return new JsonObject(
    jsonList(map.get('values')).map((item) => {
      const pair = jsonObject(item);
      return [String(pair?.get('key') ?? ''), plain(pair?.get('value'), depth + 1)] as const;
    }),
  );
}
