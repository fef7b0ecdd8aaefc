import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAUSE_CLASSES } from '../cause-class.js';
import { EVENT_SOURCES } from './event-sources.js';
import { portDriverEvent, STORAGE_EVENTS, storageEvent } from './storage-event.js';
import { EVENT_WEIGHTS } from './storage-event-row.js';

describe('the table of storage events', () => {
  it.each(STORAGE_EVENTS.map((event) => [`${event.family} ${event.id}`, event] as const))(
    '%s is complete',
    (_, event) => {
      expect(event.name).toMatch(/^[A-Z].*[^.]$/);
      for (const text of [event.meaning, event.disk, event.normal ?? 'None.']) expect(text).toMatch(/^[A-Z].*\.$/);
      expect(CAUSE_CLASSES).toContain(event.class);
      expect(EVENT_WEIGHTS).toContain(event.weight);
      expect(event.sources.length).toBeGreaterThan(0);
      for (const source of event.sources) expect(source).toMatch(/^https:\/\/\S+$/);
    },
  );

  it('has each event once, in ascending order within its family', () => {
    const keys = STORAGE_EVENTS.map(({ family, id }) => `${family}/${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const family of new Set(STORAGE_EVENTS.map((event) => event.family))) {
      const ids = STORAGE_EVENTS.filter((event) => event.family === family).map(({ id }) => id);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
    }
  });

  it('uses every source that it names', () => {
    const used = new Set(STORAGE_EVENTS.flatMap(({ sources }) => sources));
    expect([...used].sort()).toEqual(Object.values(EVENT_SOURCES).sort());
  });
});

describe('storageEvent', () => {
  it.each<[string, number[]]>([
    ['disk', [7, 11, 15, 51, 52, 150, 153, 154, 155, 157]],
    ['stornvme', [11, 129]],
    ['Ntfs', [50, 55, 57]],
    ['Microsoft-Windows-Ntfs', [98, 140]],
    ['Microsoft-Windows-StorDiag', [500, 501, 502, 503, 504, 505, 506, 507]],
    ['Microsoft-Windows-StorPort', [500, 504, 510, 512, 535, 536, 549, 550, 551, 557, 558, 559]],
    ['volmgr', [46, 161, 162]],
    ['Microsoft-Windows-Kernel-Power', [41]],
    ['EventLog', [6008]],
    ['Microsoft-Windows-WER-SystemErrorReporting', [1000, 1001]],
  ])('knows the events of %s', (provider, ids) => {
    for (const id of ids) expect(storageEvent(provider, id), String(id)).toMatchObject({ id });
  });

  it('takes the provider in any case', () => {
    expect(storageEvent('Disk', 7)).toBe(storageEvent('disk', 7));
    expect(storageEvent('STORAHCI', 129)).toBe(storageEvent('storahci', 129));
  });

  it('does not take one id of another provider for its own', () => {
    expect(storageEvent('Microsoft-Windows-Time-Service', 129)).toBeUndefined();
    expect(storageEvent('Windows Error Reporting', 1001)).toBeUndefined();
    expect(storageEvent('disk', 11)?.family).not.toBe(storageEvent('storahci', 11)?.family);
    expect(storageEvent('Wininit', 1001)?.name).not.toBe(storageEvent('BugCheck', 1001)?.name);
  });

  it('explains the events of a port driver that it does not know by name', () => {
    expect(portDriverEvent(129)).toBe(storageEvent('storahci', 129));
    expect(portDriverEvent(7)).toBeUndefined();
  });

  it('is total', () => {
    fc.assert(fc.property(fc.string(), fc.integer(), (provider, id) => (storageEvent(provider, id)?.id ?? id) === id));
  });
});
