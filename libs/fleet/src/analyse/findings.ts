import { rest } from '@inpage/contracts';
import type { MachineId, RecordId } from '@inpage/core';
import type { DiskEventRecord } from '../digest/disk-event-record.js';
import type { Evidence } from '../digest/evidence.js';
import type { MachineInventory } from '../digest/machine-inventory.js';

const { faults: MOST_FAULTS, records: MOST_RECORDS } = rest.ANALYSIS_LIMITS;

/** What a file says about one computer. */
export interface ComputerTold {
  readonly machineId: MachineId;
  /** As the file spells it first; null where the file names none. */
  readonly computer: string | null;
  readonly evidence: Map<RecordId, Evidence>;
  readonly inventories: Map<RecordId, MachineInventory>;
  readonly storage: Map<RecordId, DiskEventRecord>;
}

/** Gathers what is found in a file, computer by computer. A thing that is found twice is kept once. */
export class Findings {
  readonly #computers = new Map<string, ComputerTold>();
  /** Where each piece of evidence stands in the file. */
  readonly sources = new Map<RecordId, rest.AnalysisSource>();
  /** Evidence whose source has no time; the time that it carries means nothing. */
  readonly undated = new Set<RecordId>();
  readonly faults: rest.Analysis['faults'] = [];
  readonly notRead: string[] = [];
  /** Records and events, bad ones too. */
  seen = 0;
  readable = 0;
  /** Events that speak of no stop: where there are some, the file is a log, and what it does not have did not happen. */
  otherEvents = 0;
  faulty = 0;

  constructor(readonly nowMs: number) {}

  /** The next record's number; `undefined` when enough were read. */
  next(): number | undefined {
    return this.isFull() ? undefined : ++this.seen;
  }

  /** Whether enough were read. Asked only where there is more to read, so it is noted that some was left out. */
  isFull(): boolean {
    if (this.seen < MOST_RECORDS) return false;
    this.leaveOut(`Only the first ${MOST_RECORDS} events of the file were read.`);
    return true;
  }

  leaveOut(sentence: string): void {
    if (!this.notRead.includes(sentence)) this.notRead.push(sentence);
  }

  fault(where: string, detail: string): void {
    this.faulty++;
    if (this.faults.length < MOST_FAULTS) this.faults.push({ where, detail });
    else this.leaveOut(`More was faulty; only the first ${MOST_FAULTS} faults are told.`);
  }

  of(computer: string | undefined): ComputerTold {
    const key = computer?.toLowerCase() ?? '';
    let told = this.#computers.get(key);
    if (told === undefined) {
      const lists = { evidence: new Map(), inventories: new Map(), storage: new Map() };
      told = { machineId: key as MachineId, computer: computer ?? null, ...lists };
      this.#computers.set(key, told);
    }
    return told;
  }

  /** Computers in the order of the file. What names no computer belongs to the only one that is named, if there is one. */
  computers(): ComputerTold[] {
    const nameless = this.#computers.get('');
    const named = [...this.#computers.values()].filter((one) => one !== nameless);
    if (nameless === undefined) return named;
    if (named.length !== 1) return [...named, nameless];
    const [only] = named as [ComputerTold];
    for (const list of ['evidence', 'inventories', 'storage'] as const) {
      for (const [id, one] of nameless[list]) (only[list] as Map<RecordId, unknown>).set(id, one);
    }
    return named;
  }
}
