import { FirstLight20261122190000 } from './20261122-1900-first-light.js';

/** Every migration, oldest first. A merged one is never edited; see docs/adr and CONTRIBUTING.md. */
export const MIGRATIONS = [FirstLight20261122190000] as const;
