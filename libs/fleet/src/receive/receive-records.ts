import type { Receipt } from '@inpage/contracts';
import { AppError, err, ok, type MachineId, type Result } from '@inpage/core';
import type { Credential } from '../credentials/credential-store.js';
import { contentId } from './content-id.js';
import type { GroupCommit, RecordRow } from './group-commit.js';
import { computerKey, type MachineDirectory } from './machine-directory.js';
import { KIND_NUMBERS, observe, type Observation } from './observe.js';
import { BODY_TYPES, readBody, type BodyType, type Found, type FoundOrRejected } from './read-body.js';
import type { Rejection } from './validate-record.js';

/** One request with records, its body inflated. */
export interface RecordsRequest {
  readonly credential: Credential;
  readonly type: BodyType;
  readonly bytes: Buffer;
  /** The body as it came, when it came gzipped: that is what is kept. */
  readonly gzipped?: Buffer;
  /** Our clock minus the sender's at arrival. */
  readonly clockSkewMs?: number;
}

const GZIPPED = 16;

/**
 * Reads a request, names each record by its content, has the good ones committed, and answers for every one, in order. A bad
 * record sinks nobody but itself; an answer is given only after commit.
 */
export class ReceiveRecords {
  constructor(
    private readonly machines: MachineDirectory,
    private readonly commit: GroupCommit,
    private readonly maxRecords: number,
  ) {}

  /** @throws AppError for a body that cannot be read, a credential that may not send, or storage that cannot take it. */
  async run(request: RecordsRequest): Promise<Receipt[]> {
    if (request.credential.kind === 'api') {
      throw new AppError('credential-forbidden', 'Records are sent with a machine credential or an enrolment key.');
    }
    const found = readBody(request.type, request.bytes, this.maxRecords);
    const rows = await all(found.map((one, place) => this.#row(one, place, request.credential)));
    const good: RecordRow[] = [];
    for (const row of rows) if (row.ok) good.push(row.value);
    const isNew = good.length === 0 ? [] : await this.commit.submit(submission(request, found.length, good));
    let next = 0;
    return rows.map((row) => {
      if (!row.ok) return { status: 'rejected', ...row.error };
      return { status: isNew[next++] ? 'accepted' : 'duplicate', id: row.value.id };
    });
  }

  /** Synchronous wherever the machine is known, so that a batch does not become a hundred promises with work behind them. */
  #row(
    found: FoundOrRejected,
    place: number,
    credential: Credential,
  ): Result<RecordRow, Rejection> | Promise<Result<RecordRow, Rejection>> {
    if (!found.ok) return found;
    const observed = observe(found.value);
    if (!observed.ok) return observed;
    const machine = this.#machineOf(observed.value, found.value.kind, credential);
    if (typeof machine === 'string') return ok(rowOf(observed.value, machine, place));
    return machine instanceof Promise ? machine.then((id) => ok(rowOf(observed.value, id, place))) : machine;
  }

  #machineOf(
    observation: Observation,
    found: Found['kind'],
    credential: Credential,
  ): MachineId | Promise<MachineId> | Result<never, Rejection> {
    const computer = observation.computer ?? '';
    if (credential.machineId !== undefined) {
      return isForeign(observation, found, credential)
        ? err({ code: 'record-machine-mismatch', detail: `The credential is that of ${credential.computer}.` })
        : credential.machineId;
    }
    const key = computerKey(computer);
    return key === ''
      ? err({ code: 'record-machine-missing', detail: 'computer is missing.' })
      : this.machines.byComputer(key);
  }
}

/**
 * Whether a record is of another machine than the one whose credential sends it. An agent's own events may bear a former name of
 * its PC. What a collector hands over may be relayed, and a relayed event is never the sender's; its computer may be spelled
 * with or without the domain.
 */
function isForeign({ kind, computer = '' }: Observation, found: Found['kind'], credential: Credential): boolean {
  const said = computerKey(computer);
  if (said === '' || said === credential.computer) return false;
  if (found === 'event-collected') return hostOf(said) !== hostOf(credential.computer ?? '');
  return kind !== 'event';
}

const hostOf = (computer: string): string => computer.split('.', 1)[0]!;

/** Waits only where there is something to wait for: a batch is seldom worth a hundred promises. */
const all = <T>(items: readonly (T | Promise<T>)[]): readonly T[] | Promise<T[]> =>
  items.some((item) => item instanceof Promise) ? Promise.all(items) : (items as readonly T[]);

function rowOf(observation: Observation, machineId: MachineId, place: number): RecordRow {
  return {
    machineId,
    id: contentId(machineId, observation.identity),
    kind: KIND_NUMBERS[observation.kind],
    observedAtMs: observation.atMs,
    place,
    eventId: observation.kind === 'event' ? observation.event.eventId : undefined,
    provider: observation.kind === 'event' ? observation.event.provider : undefined,
  };
}

const submission = ({ bytes, gzipped, type, clockSkewMs }: RecordsRequest, places: number, rows: RecordRow[]) => ({
  body: gzipped ?? bytes,
  bodyType: BODY_TYPES[type] + (gzipped === undefined ? 0 : GZIPPED),
  places,
  rows,
  clockSkewMs,
});
