import type { MachineId } from '@inpage/core';
import { MachineDirectory } from './machine-directory.js';

const MEMORY_MS = 60_000;
const MOST_NAMES = 200_000;

/** Spares the database the question of a collector's every record. A machine that is adopted keeps its id, so memory stays true. */
export class RememberedMachines extends MachineDirectory {
  readonly #byComputer = new Map<string, { id: MachineId | Promise<MachineId>; untilMs: number }>();

  constructor(
    private readonly directory: MachineDirectory,
    private readonly now: () => number = Date.now,
  ) {
    super();
  }

  byComputer(computer: string): MachineId | Promise<MachineId> {
    const known = this.#byComputer.get(computer);
    if (known !== undefined && known.untilMs > this.now()) return known.id;
    if (this.#byComputer.size >= MOST_NAMES) this.#byComputer.clear();
    return this.#ask(computer);
  }

  /** While the answer is under way everybody gets the same promise, then the id itself. */
  #ask(computer: string): Promise<MachineId> {
    const id = Promise.resolve(this.directory.byComputer(computer));
    const known = { id: id as MachineId | Promise<MachineId>, untilMs: this.now() + MEMORY_MS };
    this.#byComputer.set(computer, known);
    id.then(
      (answer) => (known.id = answer),
      () => this.#byComputer.delete(computer),
    );
    return id;
  }

  enrolled(identity: { computer: string; machineGuid?: string; smbiosUuid?: string }): Promise<MachineId> {
    return this.directory.enrolled(identity);
  }
}
