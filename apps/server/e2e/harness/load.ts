import { setTimeout as sleep } from 'node:timers/promises';
import type { InpageRecord, Receipts } from '@inpage/contracts';
import { afterwards } from './afterwards.js';
import { PlantedStops, shuffled } from './planted-stops.js';

const RECORDS_PER_BATCH = 9;
/** Every so many batches are sent once more in another order, as collectors do that deliver at least once. */
const AGAIN_EVERY = 5;

/** Where records go, and with what; a server process that told its enrolment key is one. */
export interface Door {
  readonly url: string;
  readonly key: string;
}

export interface Pace {
  readonly senders?: number;
  /** Of one sender between two batches. */
  readonly pauseMs?: number;
}

/** Senders that post batches without a pause until they are told to finish; what fails they send again, until it is taken. */
export class Load {
  readonly planted = new PlantedStops();
  /** Ids of all records that the server has acknowledged. */
  readonly acknowledged = new Set<string>();
  /** Statuses other than 200, and receipts that are refusals. */
  readonly refusals: string[] = [];
  sent = 0;
  failedPosts = 0;
  readonly #batches: InpageRecord[][] = [];
  readonly #senders: Promise<void>[];
  #finishing = false;
  #taken = 0;
  #abandoned = false;

  constructor(
    private readonly door: Door,
    private readonly pace: Pace = {},
  ) {
    afterwards(() => (this.#abandoned = true));
    this.#senders = Array.from({ length: pace.senders ?? 4 }, () => this.#send());
  }

  /** Resolves when so many more batches were acknowledged. */
  async taken(batches: number): Promise<void> {
    for (const goal = this.#taken + batches; this.#taken < goal && !this.#abandoned; await sleep(5));
  }

  /** Sends the rest of what was planted and stops. */
  async finish(): Promise<void> {
    this.#finishing = true;
    await Promise.all(this.#senders);
  }

  async #send(): Promise<void> {
    for (let batch = this.#next(); batch; batch = this.#next()) {
      await this.#untilTaken(batch);
      if (this.pace.pauseMs) await sleep(this.pace.pauseMs);
    }
  }

  #next(): InpageRecord[] | undefined {
    if (this.#abandoned) return undefined;
    if (this.#batches.length === 0 && !this.#finishing) this.#plant();
    return this.#batches.shift();
  }

  #plant(): void {
    const records = this.planted.wave();
    this.sent += records.length;
    for (let i = 0; i < records.length; i += RECORDS_PER_BATCH) {
      const batch = records.slice(i, i + RECORDS_PER_BATCH);
      this.#batches.push(batch);
      if (this.#batches.length % AGAIN_EVERY === 1) this.#batches.push(shuffled(batch, i + 7));
    }
  }

  async #untilTaken(batch: InpageRecord[]): Promise<void> {
    while (!this.#abandoned && !(await this.#post(batch))) {
      this.failedPosts++;
      await sleep(50);
    }
    this.#taken++;
  }

  async #post(batch: InpageRecord[]): Promise<boolean> {
    try {
      const answer = await postRecords(this.door, batch);
      if (answer.status === 200) return this.#keep((await answer.json()) as Receipts, batch.length);
      this.refusals.push(`${answer.status} ${((await answer.json()) as { code?: string }).code}`);
    } catch {
      // The connection broke: whether the batch was taken is not known, so it goes again.
    }
    return false;
  }

  #keep({ receipts }: Receipts, records: number): boolean {
    if (receipts.length !== records) this.refusals.push(`${receipts.length} receipts for ${records} records`);
    for (const receipt of receipts) {
      if (receipt.status === 'rejected') this.refusals.push(`${receipt.code}: ${receipt.detail}`);
      else this.acknowledged.add(receipt.id);
    }
    return true;
  }
}

/** One request of NDJSON. */
export const postRecords = ({ url, key }: Door, records: readonly InpageRecord[]): Promise<Response> =>
  fetch(`${url}/v1/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' },
    body: records.map((record) => JSON.stringify(record)).join('\n'),
    signal: AbortSignal.timeout(15_000),
  });
