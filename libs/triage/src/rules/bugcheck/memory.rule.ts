import type { Rule } from '../rule.js';
import { MEMORY_LEANINGS } from './bugcheck-leanings.js';
import { heaviest, leaningClaims } from './leaning-claims.js';

export const bugcheckMemory: Rule = {
  id: 'bugcheck/memory',
  doc: 'The bugcheck itself says that memory was damaged.',
  source: "Microsoft's page of each bugcheck, listed in bugcheck-leanings.ts",
  weight: heaviest(MEMORY_LEANINGS),
  test: ({ decode }) => leaningClaims(MEMORY_LEANINGS, decode),
};
