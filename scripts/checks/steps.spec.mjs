import { describe, expect, it, vi } from 'vitest';
import {
  boundariesSummary,
  formatSummary,
  lintSummary,
  runSteps,
  summaryLine,
  testSummary,
  typesSummary,
} from './steps.mjs';

describe('what the tools say becomes a count', () => {
  it.each([
    [
      formatSummary,
      '[warn] a.ts\n[warn] b.ts\n[warn] Code style issues found in 2 files. Run Prettier with --write to fix.\n',
      '2 unformatted',
    ],
    [formatSummary, 'All matched files use Prettier code style!\n', undefined],
    [lintSummary, 'Found 4 warnings and 1 error.\nFinished in 31ms on 38 files', '1 error, 4 warnings'],
    [lintSummary, 'panic', undefined],
    [
      typesSummary,
      "a.ts(1,1): error TS2304: Cannot find name 'x'.\nb.ts(2,2): error TS1005: ';' expected.\n",
      '2 errors',
    ],
    [typesSummary, '', undefined],
    [boundariesSummary, '✔ no dependency violations found (123 modules, 456 dependencies cruised)', '123 modules'],
    [
      boundariesSummary,
      'x 3 dependency violations (3 errors, 0 warnings). 123 modules, 456 dependencies cruised.',
      '3 violations',
    ],
  ])('%o', (summarise, output, expected) => expect(summarise(output)).toBe(expected));

  it('counts tests, and files that broke before their first test', () => {
    expect(testSummary({ numFailedTests: 0, numPassedTests: 8, numPendingTests: 0 })).toBe('8 passed');
    expect(
      testSummary({
        numFailedTests: 2,
        numPassedTests: 8,
        numPendingTests: 1,
        testResults: [{ status: 'failed', assertionResults: [] }],
      }),
    ).toBe('1 file broken, 2 failed, 8 passed, 1 skipped');
    expect(testSummary(undefined)).toBe('no report');
  });
});

describe('the steps', () => {
  it('all run although one throws, and the line says which failed', async () => {
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'error').mockReturnValue();
    const results = await runSteps([
      { name: 'lint', run: () => Promise.reject(new Error('no linter')) },
      { name: 'tests', run: () => Promise.resolve({ ok: true, summary: '8 passed' }) },
    ]);
    expect(results.map(({ name, ok }) => [name, ok])).toEqual([
      ['lint', false],
      ['tests', true],
    ]);
    expect(summaryLine(results)).toMatch(/^FAIL in 0\.0 s │ ✗ lint: failed \(0\.0 s\) │ tests: 8 passed \(0\.0 s\)$/);
    expect(summaryLine(results.slice(1))).toMatch(/^PASS/);
    vi.restoreAllMocks();
  });
});
