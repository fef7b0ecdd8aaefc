import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findNtStatus, NT_STATUS_ENTRIES } from './ntstatus.js';

/** The facts that the table was made from; they lie beside the checkout, where there is one. */
const PATH = fileURLToPath(new URL('../../../../../shared/domain/ntstatus.json', import.meta.url));

interface Vector {
  readonly code: string;
  readonly name: string;
  readonly meaning: string;
  readonly class: string;
  readonly subclass?: string;
  readonly confidence: string;
  readonly severity: string;
  readonly facility: number;
  readonly seenIn0x7A: string;
  readonly citations: readonly string[];
}

/** The facts keep `network` as a class and RAM as software; here they are subclass and class. */
const CLASSES: Readonly<Record<string, string>> = { network: 'virtual', device_gone: 'device-gone' };
const classOf = ({ class: cause, subclass }: Vector): string =>
  subclass === 'memory' ? 'memory' : (CLASSES[cause] ?? cause);

const vectors = (): readonly Vector[] =>
  (JSON.parse(readFileSync(PATH, 'utf8')) as { statuses: readonly Vector[] }).statuses;

describe('the facts about NTSTATUS values', () => {
  it.skipIf(!existsSync(PATH))('agree with the table (skipped where the facts are not beside the checkout)', () => {
    expect(
      vectors()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(NT_STATUS_ENTRIES.map(({ name }) => name).sort());
    for (const vector of vectors()) {
      const entry = findNtStatus(vector.code)!;
      expect(entry).toMatchObject({
        name: vector.name,
        confidence: vector.confidence,
        severity: vector.severity,
        facility: vector.facility,
        seenIn0x7A: vector.seenIn0x7A,
      });
      expect(entry.class, vector.name).toBe(classOf(vector));
      expect(entry.citations.length, vector.name).toBeGreaterThanOrEqual(1);
    }
  });
});
