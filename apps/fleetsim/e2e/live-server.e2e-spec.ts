import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const url = process.env['INPAGE_E2E_URL'];
const key = process.env['INPAGE_ENROLMENT_KEY'];
const why = url && key ? '' : ' (skipped: set INPAGE_E2E_URL and INPAGE_ENROLMENT_KEY to run it against a live Inpage)';

describe.skipIf(!url || !key)(`the built fleetsim against a live Inpage${why}`, () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'fleetsim-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A fixed end makes the run repeatable; the key goes by the environment, where no list of processes shows it. */
  function run(): { code: number | null; out: string; err: string; records: number } {
    const truth = join(folder, 'truth.jsonl');
    const fleet = ['--machines', '20', '--days', '30', '--seed', '4242', '--end', '2026-09-01T12:00:00Z'];
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, '--url', url!, '--out', truth, ...fleet], {
      encoding: 'utf8',
      env: { ...process.env, INPAGE_ENROLMENT_KEY: key },
    });
    const tally = JSON.parse(readFileSync(truth, 'utf8').trimEnd().split('\n').at(-1)!) as { records: number };
    return { code: status, out: stdout, err: stderr, records: tally.records };
  }

  it('gets every record taken, and nothing but duplicates when it runs again', () => {
    const first = run();
    expect(first.code, first.err).toBe(0);
    const again = run();
    expect(again.code, again.err).toBe(0);
    expect(again.records).toBe(first.records);
    const count = again.records.toLocaleString('en-US');
    expect(again.out).toContain(`accepted 0, duplicate ${count}, rejected 0`);
  });
});
