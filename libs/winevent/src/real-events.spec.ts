import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeXmlBytes } from './xml-bytes.js';
import { splitEvents } from './event-xml.js';
import { stopEvidence } from './read-stop-evidence.js';
import type { WindowsEvent } from './windows-event.js';

const SHARED = join(import.meta.dirname, '../../../../shared');
const SAMPLES = join(SHARED, 'samples/events');
const COLLECTION = join(SHARED, 'domain/data/event-samples.xml');

interface Listed {
  file: string;
  provider: string;
  event_id: number;
  record_id: number;
}
const listed: Listed[] = existsSync(SAMPLES) ? JSON.parse(readFileSync(join(SAMPLES, 'MANIFEST.json'), 'utf8')) : [];

function eventsOf(path: string): WindowsEvent[] {
  const text = decodeXmlBytes(readFileSync(path));
  if (!text.ok) throw new Error(text.error);
  return [...splitEvents(text.value)].map((one) => {
    if (!one.ok) throw new Error(`${one.error.code} at ${one.error.offset}: ${one.error.detail}`);
    return one.value;
  });
}

describe('real events', () => {
  it.skipIf(!existsSync(SAMPLES))('are all listed (skipped where the collection of real events is absent)', () => {
    expect(
      readdirSync(SAMPLES)
        .filter((name) => name.endsWith('.xml'))
        .sort(),
    ).toEqual(listed.map(({ file }) => file).sort());
  });

  it.each(listed)('$file is $provider $event_id, record $record_id', ({ file, provider, event_id, record_id }) => {
    expect(eventsOf(join(SAMPLES, file))).toMatchObject([{ provider, eventId: event_id, recordId: String(record_id) }]);
  });

  it.skipIf(!existsSync(COLLECTION))(
    'tell one crash of 2012 the same way (skipped where the collection is absent)',
    () => {
      const events = eventsOf(COLLECTION);
      const evidence = events.map(stopEvidence);
      const zeros = [0n, 0n, 0n, 0n];
      expect(events).toHaveLength(7);
      expect(evidence[0]).toMatchObject({
        kind: 'wer-1001',
        code: 0x10001,
        parameters: zeros,
        dumpPath: 'C:\\Windows\\MEMORY.DMP',
        reportId: '040612-50390-01',
      });
      expect(evidence[1]).toMatchObject({
        kind: 'kernel-power-41',
        code: 0x10001,
        parameters: zeros,
        powerButton: false,
      });
      expect(evidence[2]).toMatchObject({ kind: 'eventlog-6008', stoppedAtMs: Date.UTC(2012, 3, 6, 13, 59, 13, 29) });
      expect(evidence[3]).toMatchObject({
        kind: 'kernel-power-41',
        code: undefined,
        powerButton: false,
        bugcheckInfoFromEfi: false,
      });
      expect(evidence.slice(4, 6)).toEqual([undefined, undefined]);
      expect(evidence[6]).toMatchObject({
        code: 0x7a,
        parameters: [0xffffc1049a602ec0n, 0xffffffffc000000en, 0x2454628c0n, 0xfffff8053c2b0000n],
      });
    },
  );
});
