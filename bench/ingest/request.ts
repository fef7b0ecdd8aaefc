import { Seeded } from '../measure/seeded.js';
import { RECORD_ID_MARK, sampleRecord, TIME_MARK } from './sample-records.js';

export interface RequestShape {
  readonly records: number;
  readonly secret: string;
  /** Of a collector, which names the computer in every record. */
  readonly computers?: readonly string[];
  readonly seed: number;
  readonly nowMs: number;
}

const ZERO = 0x30;

/** A whole HTTP request that is written as it is, over and over; `renew` makes all of its records new ones. */
export class Request {
  readonly bytes: Buffer;
  readonly bodyBytes: number;
  readonly #times: number[];
  readonly #recordIds: number[];

  constructor({ records, secret, computers, seed, nowMs }: RequestShape) {
    const random = new Seeded(seed);
    const lines = Array.from({ length: records }, () =>
      sampleRecord(random, computers?.[random.int(computers.length)], nowMs),
    );
    const body = records === 1 ? lines[0]! : `${lines.join('\n')}\n`;
    this.bodyBytes = Buffer.byteLength(body);
    const type = records === 1 ? 'application/json' : 'application/x-ndjson';
    const head = `POST /v1/records HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${secret}\r\ncontent-type: ${type}\r\ncontent-length: ${this.bodyBytes}\r\n\r\n`;
    this.bytes = Buffer.from(head + body);
    this.#times = placesOf(this.bytes, TIME_MARK);
    this.#recordIds = placesOf(this.bytes, RECORD_ID_MARK);
  }

  /** Puts `sending` into every time (as ms of its hour) and every EventRecordID. */
  renew(sending: number): void {
    const [minute, second, ms] = [Math.floor(sending / 60_000) % 60, Math.floor(sending / 1000) % 60, sending % 1000];
    for (const at of this.#times) {
      this.#digits(at, 2, minute);
      this.#digits(at + 3, 2, second);
      this.#digits(at + 6, 3, ms);
      this.bytes[at + 2] = 0x3a;
      this.bytes[at + 5] = 0x2e;
    }
    for (const at of this.#recordIds) this.#digits(at, 10, 1_000_000_000 + sending);
  }

  #digits(at: number, count: number, value: number): void {
    for (let i = at + count - 1, rest = value; i >= at; i--, rest = Math.floor(rest / 10))
      this.bytes[i] = ZERO + (rest % 10);
  }
}

function placesOf(bytes: Buffer, mark: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at);
  return places;
}
