import type { Rule } from '../rule.js';
import { STORAGE_LEANINGS } from './bugcheck-leanings.js';
import { heaviest, leaningClaims } from './leaning-claims.js';

export const bugcheckStorageStack: Rule = {
  id: 'bugcheck/storage-stack',
  doc: 'The bugcheck comes from the storage stack itself: 0xF0, 0x140, 0x7B.',
  source: "Microsoft's page of each bugcheck, listed in bugcheck-leanings.ts",
  weight: heaviest(STORAGE_LEANINGS),
  test: ({ decode }) => leaningClaims(STORAGE_LEANINGS, decode),
};
