import type { Rule } from '../rule.js';
import { SOFTWARE_LEANINGS } from './bugcheck-leanings.js';
import { heaviest, leaningClaims } from './leaning-claims.js';

export const bugcheckSoftware: Rule = {
  id: 'bugcheck/software',
  doc: 'The bugcheck is one that driver bugs cause, and its parameters say nothing about a disk.',
  source:
    "https://learn.microsoft.com/troubleshoot/windows-client/performance/stop-error-or-blue-screen-error-troubleshooting; Microsoft's page of each bugcheck",
  weight: heaviest(SOFTWARE_LEANINGS),
  test: ({ decode }) => leaningClaims(SOFTWARE_LEANINGS, decode),
};
