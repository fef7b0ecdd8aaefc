import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskEvent } from './disk/read-disk-event.js';
import { readEventXml } from './event-xml.js';
import { readEvents } from './read-events.js';
import { stopEvidence } from './read-stop-evidence.js';
import type { WindowsEvent } from './windows-event.js';

const SAMPLES = join(import.meta.dirname, '../../../../shared/samples');
const EVENTS = join(SAMPLES, 'events');
const PAYLOADS = join(SAMPLES, 'payloads');
const present = existsSync(EVENTS) && existsSync(PAYLOADS);

/** The event that every payload of its number was built from. */
const ORIGINALS: Record<string, string> = {
  '1001': 'real-1001-bugcheck-01.xml',
  '41': 'real-41-kernel-power-01.xml',
  '51': 'real-51-disk-01.xml',
  '153': 'real-153-disk-01.xml',
};

/** What a clothing takes from an event on its way. Nothing else may be missing. */
interface Loss {
  binary?: true;
  recordId?: true;
  /** How many values come through: none, or the device that the message still names. */
  keptData?: 0 | 1;
  /** Milliseconds that the time is rounded down to. */
  timeMs?: 1 | 1000;
}

const LOSSES: [pattern: RegExp, loss: Loss][] = [
  [/^otlp-51-a-namedonly/, { binary: true, keptData: 1 }],
  [/^otlp-153-a-namedonly/, { binary: true, keptData: 0 }],
  [/^otlp-/, {}],
  [/^es-bulk-winlogbeat/, { timeMs: 1 }],
  [/^fluentbit-/, { timeMs: 1000 }],
  [/^vector-(51|153)/, { binary: true }],
  [/^vector-/, {}],
  [/^loki-alloy-/, {}],
  [/^osquery-tls-log-/, { recordId: true }],
  [/^splunk-hec-/, {}],
];
const lossOf = (file: string): Loss => LOSSES.find(([pattern]) => pattern.test(file))![1];

const originalOf = (number: string): WindowsEvent => {
  const event = readEventXml(readFileSync(join(EVENTS, ORIGINALS[number]!), 'utf8'));
  if (!event.ok) throw new Error(event.error.detail);
  return event.value;
};
const payloads = present ? readdirSync(PAYLOADS).filter((name) => name !== 'README.md') : [];
const read = (file: string): WindowsEvent[] =>
  [...readEvents(readFileSync(join(PAYLOADS, file), 'utf8'))].map((event) => {
    if (!event.ok) throw new Error(`${event.error.code}: ${event.error.detail}`);
    return event.value;
  });

/** The event as it can still be after the losses of its clothing. Level and version are not compared: they differ in spelling only. */
function after(loss: Loss, event: WindowsEvent): Partial<WindowsEvent> {
  const step = loss.timeMs ?? 1;
  return {
    provider: event.provider,
    eventId: event.eventId,
    channel: event.channel,
    computer: event.computer,
    recordId: loss.recordId ? undefined : event.recordId,
    timeMs: Math.floor(event.timeMs / step) * step,
    data: event.data.slice(0, loss.keptData),
    binary: loss.binary ? undefined : event.binary,
  };
}

describe('every clothing', () => {
  it('is in the table of losses', (context) => {
    if (!present) context.skip('the sample payloads are not beside this checkout');
    expect(payloads.filter((file) => !LOSSES.some(([pattern]) => pattern.test(file)))).toEqual([]);
    expect(payloads.length).toBeGreaterThanOrEqual(36);
  });

  it.each(payloads)('%s holds the real event, less what its table of losses says', (file) => {
    const loss = lossOf(file);
    const events = read(file);
    const numbers = events.map((event) => String(event.eventId));
    expect(new Set(numbers)).toEqual(
      new Set(file.startsWith('es-bulk') ? Object.keys(ORIGINALS) : [/\d+/.exec(file)![0]]),
    );
    for (const event of events) {
      const left = after(loss, originalOf(String(event.eventId)));
      const { provider, eventId, channel, computer, recordId, timeMs, data, binary } = event;
      expect({ provider, eventId, channel, computer, recordId, timeMs, data, binary }).toEqual(left);
      const same = { ...originalOf(String(event.eventId)), ...left } as WindowsEvent;
      expect(stopEvidence(event)).toEqual(stopEvidence(same));
      expect(diskEvent(event)).toEqual(diskEvent(same));
    }
  });

  it('lets a stop and a full disk event say all they know', (context) => {
    if (!present) context.skip('the sample payloads are not beside this checkout');
    for (const file of payloads.filter((name) => /-(1001|41)[-.]/.test(name))) {
      const [event] = read(file);
      const original = stopEvidence(originalOf(String(event!.eventId)))!;
      expect({ ...stopEvidence(event!), reportedAtMs: 0 }, file).toEqual({ ...original, reportedAtMs: 0 });
    }
    const whole = payloads.filter((name) => /-(51)[-.]/.test(name) && !lossOf(name).binary);
    expect(whole.length).toBeGreaterThanOrEqual(7);
    for (const file of whole) {
      expect(diskEvent(read(file)[0]!), file).toMatchObject({
        status: 0xc000000e,
        srbStatus: 8,
        command: { lba: 6291568n },
      });
    }
  });
});
