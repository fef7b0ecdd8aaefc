import type { Seeded } from '../measure/seeded.js';

/** Numbers that lengths, counts and offsets go wrong on. */
const INTERESTING = [
  0, 1, 2, 4, 7, 8, 0x1f, 0x20, 0x3f, 0x40, 0x7f, 0xff, 0x100, 0x348, 0x1000, 0x2000, 0x2080, 0x7fff, 0xffff, 0x10000, 0x100000,
  0x4547_4150, 0x7fff_ffff, 0x8000_0000, 0xffff_f000, 0xffff_fff8, 0xffff_ffff,
]; // prettier-ignore

const MOST_CHANGES = 8;
const LONGEST_COPY = 64;

/** A dump that changes and can be put back, so that a million cases need no million copies. */
export class Mutant {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(private readonly original: Uint8Array) {
    this.bytes = original.slice();
    this.#view = new DataView(this.bytes.buffer);
  }

  /** Makes one to eight changes, most of them where counts and offsets stand. */
  change(random: Seeded, other: Uint8Array): void {
    for (let i = random.int(MOST_CHANGES); i >= 0; i--) this.#changeOnce(random, other);
  }

  restore(): void {
    this.bytes.set(this.original);
  }

  #changeOnce(random: Seeded, other: Uint8Array): void {
    const at = this.#place(random);
    const kind = random.int(6);
    if (kind < 2) this.#view.setUint32(at, INTERESTING[random.int(INTERESTING.length)]!, true);
    else if (kind === 2) this.#view.setUint32(at, this.#view.getUint32(at, true) + random.int(33) - 16, true);
    else if (kind === 3) this.#view.setUint32(at, random.int(this.bytes.length), true);
    else if (kind === 4) this.bytes[at]! ^= 1 << random.int(8);
    else this.#copy(random, other, at);
  }

  #copy(random: Seeded, other: Uint8Array, at: number): void {
    const length = Math.min(random.int(LONGEST_COPY), this.bytes.length - at, other.length);
    const from = random.int(other.length - length + 1);
    this.bytes.set(other.subarray(from, from + length), at);
  }

  /** Half in the triage block of either width, a tenth in the header, a fifth in the secondary data, the rest anywhere. */
  #place(random: Seeded): number {
    const last = this.bytes.length - 4;
    const zone = random.int(10);
    if (zone < 3) return Math.min(last, 0x2000 + 4 * random.int(0x20));
    if (zone < 5) return Math.min(last, 0x1000 + 4 * random.int(0x1a));
    if (zone < 6) return Math.min(last, 4 * random.int(0x400));
    if (zone < 8) return last - random.int(Math.min(last, 6000));
    return random.int(last);
  }
}
