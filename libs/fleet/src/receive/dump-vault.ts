import type { MachineId } from '@inpage/core';

/** A dump file to be kept, with whose it is and which record its facts became. */
export interface DumpFile {
  readonly machineId: MachineId;
  readonly recordId: string;
  /** Of `bytes`. */
  readonly sha256: Buffer;
  readonly bytes: Uint8Array;
}

/** Keeps dump files for a time, so that nobody who reads the database reads them. */
export abstract class DumpVault {
  /** Resolves, after commit, to when the file will be deleted. A file that is kept already stays as it is, its time too. */
  abstract keep(file: DumpFile): Promise<Date>;
  /** The file again; nothing when it is not kept, or not any more. Throws when its bytes or its key are not what they were. */
  abstract open(machineId: MachineId, sha256: Buffer): Promise<Buffer | undefined>;
}

/** Deletes the files whose time is over. Needs no key. */
export abstract class DumpExpiry {
  /** Resolves to how many there were. */
  abstract deleteExpired(now: Date): Promise<number>;
}
