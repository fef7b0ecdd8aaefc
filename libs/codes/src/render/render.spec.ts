import { formatHex32 } from '@inpage/core';
import { describe, expect, it } from 'vitest';
import { BUGCHECKS } from '../bugcheck/bugcheck.js';
import { STORAGE_EVENTS } from '../events/storage-event.js';
import { firstAction } from '../ntstatus/first-action.js';
import { NT_STATUS_ENTRIES } from '../ntstatus/ntstatus.js';
import { NVME_STATUSES } from '../nvme/nvme-status.js';
import { ADDITIONAL_SENSES } from '../scsi/additional-sense.js';
import { renderBugchecksMarkdown } from './bugchecks-markdown.js';
import { sourceTitle } from './source-link.js';
import { renderStatusCodesMarkdown } from './status-codes-markdown.js';

const PAGES = { 'status-codes.md': renderStatusCodesMarkdown(), 'bugchecks.md': renderBugchecksMarkdown() };
const anchorsOf = (text: string): string[] => [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id!);

describe.each(Object.entries(PAGES))('%s', (name, text) => {
  it('ends in one line end and has no empty section', () => {
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/\n{3}|undefined|\[object/);
  });

  it('has each place once', () => {
    const anchors = anchorsOf(text);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('leads to places that exist', () => {
    for (const [, file, id] of text.matchAll(/\]\((status-codes\.md|bugchecks\.md)?#([^)]+)\)/g))
      expect(anchorsOf(PAGES[(file ?? name) as keyof typeof PAGES]), id).toContain(id);
  });

  it('has rows as wide as their heads', () => {
    const width = (row: string): number => row.replaceAll('\\|', '').split('|').length;
    const lines = text.split('\n');
    for (const [at, line] of lines.entries())
      if (line.startsWith('|') && lines[at + 1]?.startsWith('|')) expect(width(lines[at + 1]!), line).toBe(width(line));
  });

  it('links to well-formed addresses only', () => {
    for (const [, address] of text.matchAll(/\]\((https?:[^)]*)\)/g)) expect(() => new URL(address!)).not.toThrow();
  });
});

describe('docs/status-codes.md', () => {
  it.each(NT_STATUS_ENTRIES.map((entry) => [entry.name, entry] as const))('tells what to do about %s', (_, entry) => {
    const id = formatHex32(entry.code).toLowerCase();
    const section = PAGES['status-codes.md'].split(`<a id="${id}">`)[1]!.split('###')[0]!;
    for (const part of [
      entry.name,
      entry.meaning,
      'Who returns it: ',
      `First action: ${firstAction(entry)}`,
      'Source: [',
    ])
      expect(section).toContain(part);
  });

  it('holds every sense code, NVMe status and event', () => {
    for (const { name } of [...ADDITIONAL_SENSES, ...NVME_STATUSES]) expect(PAGES['status-codes.md']).toContain(name);
    for (const { meaning } of STORAGE_EVENTS) expect(PAGES['status-codes.md']).toContain(meaning);
  });
});

describe('docs/bugchecks.md', () => {
  it('has a place and a name for every code', () => {
    const anchors = new Set(anchorsOf(PAGES['bugchecks.md']));
    for (const { code, name } of BUGCHECKS) {
      expect(anchors).toContain(formatHex32(code).toLowerCase());
      expect(PAGES['bugchecks.md']).toContain(name);
    }
  });
});

describe('sourceTitle', () => {
  it.each([
    [
      'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0xc0000221--status-image',
      'Microsoft on bugcheck 0xC0000221',
    ],
    ['https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a', '[MS-ERREF]'],
    ['https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c', 'class.c'],
    ['https://www.t10.org/lists/asc-num.htm', 'T10'],
  ])('names %s', (address, title) => expect(sourceTitle(address)).toBe(title));
});
