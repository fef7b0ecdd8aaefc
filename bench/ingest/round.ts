import type { CopyResult } from './copy-case.js';
import type { HttpResult } from './http-case.js';

/** What one turn of everybody gave; the lists are in the order of the shapes. */
export interface Round {
  readonly ingest: readonly HttpResult[];
  readonly bare: readonly HttpResult[];
  readonly copy: CopyResult;
  readonly copyWithBodies: CopyResult;
}
