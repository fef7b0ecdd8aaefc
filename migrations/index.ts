import { FirstLight20261122190000 } from './20261122-1900-first-light.js';
import { SparklinesFromIndex20261122214000 } from './20261122-2140-sparklines-from-index.js';
import { Dumps20261122221000 } from './20261122-2210-dumps.js';
import { Witnesses20261122222000 } from './20261122-2220-witnesses.js';
import { CommentsAndAnswers20261122223000 } from './20261122-2230-comments-and-answers.js';
import { ReaderVersion20261122232000 } from './20261122-2320-reader-version.js';
import { Exposure20261122233000 } from './20261122-2330-exposure.js';

/** Every migration, oldest first. A merged one is never edited; see docs/adr and CONTRIBUTING.md. */
export const MIGRATIONS = [
  FirstLight20261122190000,
  SparklinesFromIndex20261122214000,
  Dumps20261122221000,
  Witnesses20261122222000,
  CommentsAndAnswers20261122223000,
  ReaderVersion20261122232000,
  Exposure20261122233000,
] as const;
