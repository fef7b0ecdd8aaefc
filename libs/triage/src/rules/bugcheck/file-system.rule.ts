import { statusClass } from '../recorded-status.js';
import type { Rule } from '../rule.js';
import { FILESYSTEM_LEANINGS } from './bugcheck-leanings.js';
import { heaviest, leaningClaims } from './leaning-claims.js';

export const bugcheckFileSystem: Rule = {
  id: 'bugcheck/file-system',
  doc: 'A file system stopped the machine; damage below it is one way to get there.',
  source: "Microsoft's page of each bugcheck, listed in bugcheck-leanings.ts",
  weight: heaviest(FILESYSTEM_LEANINGS),
  test: (facts) =>
    (statusClass(facts) ?? 'unknown') === 'unknown' ? leaningClaims(FILESYSTEM_LEANINGS, facts.decode) : [],
};
