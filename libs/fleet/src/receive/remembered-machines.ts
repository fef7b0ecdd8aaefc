import type { MachineId } from '@inpage/core';
import { MachineDirectory } from './machine-directory.js';

const MEMORY_MS = 60_000;
const MOST_NAMES = 200_000;

/** Spares the database the question of a collector's every record. A machine that is adopted keeps its id, so memory stays true. */
export class RememberedMachines extends MachineDirectory {
  readonly #byComputer = new Map<string, { id: Promise<MachineId>; untilMs: number }>();

  constructor(
    private readonly directory: MachineDirectory,
    private readonly now: () => number = Date.now,
  ) {
    super();
  }

  byComputer(computer: string): Promise<MachineId> {
    const known = this.#byComputer.get(computer);
    if (known !== undefined && known.untilMs > this.now()) return known.id;
    if (this.#byComputer.size >= MOST_NAMES) this.#byComputer.clear();
    const id = this.directory.byComputer(computer);
    this.#byComputer.set(computer, { id, untilMs: this.now() + MEMORY_MS });
    id.catch(() => this.#byComputer.delete(computer));
    return id;
  }

  enrolled(identity: { computer: string; machineGuid?: string; smbiosUuid?: string }): Promise<MachineId> {
    return this.directory.enrolled(identity);
  }
}
