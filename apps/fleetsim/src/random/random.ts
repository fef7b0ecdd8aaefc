/** FNV-1a over UTF-16 code units: turns the name of a stream into 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** One step of SplitMix32; spreads neighbouring seeds far apart. */
function mix(state: number): number {
  let z = (state + 0x9e3779b9) >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

const rotateLeft = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

/**
 * xoshiro128** 1.1 of Blackman and Vigna (https://prng.di.unimi.it/xoshiro128starstar.c). Our own because the numbers have
 * to be the same on every machine and in every version of Node: a seed is a promise. Not for secrets.
 */
export class Random {
  readonly #state: Uint32Array;

  private constructor(state: Uint32Array) {
    this.#state = state;
  }

  /** A stream of its own for every path: `of(7, 'machine', 42)` never depends on what other streams took. */
  static of(seed: number, ...path: readonly (string | number)[]): Random {
    let state = mix(seed >>> 0) ^ mix(Math.floor(seed / 0x1_0000_0000) >>> 0);
    for (const step of path) state = mix(state ^ (typeof step === 'number' ? mix(step >>> 0) : hashText(step)));
    return Random.fromState([0, 1, 2, 3].map((i) => mix(state + Math.imul(i, 0x9e3779b9))));
  }

  /** The generator in a given state, for checking it against published numbers. At least one word must not be 0. */
  static fromState(words: readonly number[]): Random {
    const state = Uint32Array.from(words);
    if (state.length !== 4 || state.every((word) => word === 0)) throw new RangeError('four words, not all zero');
    return new Random(state);
  }

  /** 0 to 2^32 - 1. */
  u32(): number {
    const s = this.#state;
    const result = Math.imul(rotateLeft(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const t = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotateLeft(s[3]!, 11);
    return result;
  }

  /** 0 up to, not including, 1; 32 bits fine. */
  unit(): number {
    return this.u32() / 0x1_0000_0000;
  }

  /** 0 to n - 1. */
  int(n: number): number {
    return Math.floor(this.unit() * n);
  }

  between(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.int(from.length)]!;
  }

  /** Waiting time until the next event of a Poisson process with this rate; infinite at rate 0. */
  wait(rate: number): number {
    return rate > 0 ? -Math.log(1 - this.unit()) / rate : Infinity;
  }

  /** `bits` random bits, at most 64. */
  bits(bits: number): bigint {
    return ((BigInt(this.u32()) << 32n) | BigInt(this.u32())) >> BigInt(64 - bits);
  }

  /** Random characters out of an alphabet. */
  text(alphabet: string, length: number): string {
    let text = '';
    for (let i = 0; i < length; i++) text += alphabet[this.int(alphabet.length)]!;
    return text;
  }

  /** A UUID of version 4 in lower case. */
  uuid(): string {
    const hex = this.text('0123456789abcdef', 32);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${'89ab'[this.int(4)]}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
