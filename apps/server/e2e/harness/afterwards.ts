import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const undo: (() => unknown)[] = [];

/** Runs after the test, last registered first. */
export const afterwards = (step: () => unknown): unknown => undo.push(step);

afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

/** A folder of the test's own that everybody may walk through; its path is short enough for a Unix socket. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inpage-e2e-'));
  chmodSync(folder, 0o755);
  afterwards(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
