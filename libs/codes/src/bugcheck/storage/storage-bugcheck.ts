/**
 * How strongly a bugcheck points at storage. `direct-status`: it carries the NTSTATUS of the storage stack. `direct`: it
 * is about storage without a status. `corroborates`: counts only beside a disk event or a direct code. `not-storage`: look
 * elsewhere unless the dump names a storage driver. `unknown`: not judged. Our own weighing.
 */
export const STORAGE_POINTERS = ['direct-status', 'direct', 'corroborates', 'not-storage', 'unknown'] as const;
export type StoragePointer = (typeof STORAGE_POINTERS)[number];

/** One way in which a code uses its four parameters. */
export interface BugcheckForm {
  /** When the parameters are used so; absent where there is one way only. */
  readonly when?: string;
  readonly parameters: readonly [string, string, string, string];
}

/** What we add to the name and title of a code that can speak of storage. */
export interface StorageBugcheck {
  readonly storage: StoragePointer;
  /** What it says about storage, and what it does not. */
  readonly summary: string;
  /** Empty where Microsoft documents no parameters. */
  readonly forms: readonly BugcheckForm[];
  /** What to look at next, the most telling first. */
  readonly next: readonly string[];
}

export type StorageBugcheckRow = readonly [code: number, entry: StorageBugcheck];

/** For codes that use their parameters in one way. */
export const oneForm = (...parameters: BugcheckForm['parameters']): readonly BugcheckForm[] => [{ parameters }];
export const NO_FORMS: readonly BugcheckForm[] = [];
export const RESERVED = 'reserved';
