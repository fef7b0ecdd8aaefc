import type { LoadedDriver } from '../triage/drivers.js';
import type { UnloadedDriver } from '../triage/unloaded-drivers.js';

/** A driver whose range an address lies in. */
export interface Module {
  readonly name?: string;
  readonly base: bigint;
  readonly size: number;
  readonly unloaded: boolean;
}

export interface Located {
  readonly module: Module;
  /** Bytes from the base. */
  readonly offset: number;
}

/** Page numbers of 64-bit addresses are whole doubles, so a stack can be searched without a bigint per slot. */
const PAGE_SHIFT = 12n;
const PAGE_MASK = 0xfffn;
const PAGE_BYTES = 4096;

/** Drivers by address. Session drivers (win32k, cdd) lie below the kernel: the ranges are many, not one. */
export class ModuleMap {
  readonly #loaded: Ranges;
  readonly #unloaded: Ranges;
  /** The kernel: the first in every list. */
  readonly kernel: Module | undefined;

  constructor(loaded: readonly LoadedDriver[], unloaded: readonly UnloadedDriver[]) {
    const modules = loaded.map(({ name, base, size }) => ({ name, base, size, unloaded: false }));
    this.kernel = modules[0];
    this.#loaded = new Ranges(modules);
    this.#unloaded = new Ranges(unloaded.map(({ name, base, size }) => ({ name, base, size, unloaded: true })));
  }

  find(address: bigint): Located | undefined {
    return this.findInPage(Number(address >> PAGE_SHIFT), Number(address & PAGE_MASK));
  }

  /** The same, for an address in two halves. A driver that is loaded is preferred: addresses are used again. */
  findInPage(page: number, inPage: number): Located | undefined {
    return this.#loaded.find(page, inPage) ?? this.#unloaded.find(page, inPage);
  }
}

class Ranges {
  readonly #modules: readonly Module[];
  readonly #firstPages: Float64Array;
  /** Where in its first page each begins: Windows puts drivers at the start of one, a damaged list may not. */
  readonly #inFirstPage: Float64Array;
  readonly #lastPage: number;

  constructor(modules: readonly Module[]) {
    this.#modules = modules.toSorted((a, b) => (a.base < b.base ? -1 : Number(a.base > b.base)));
    this.#firstPages = Float64Array.from(this.#modules, ({ base }) => Number(base >> PAGE_SHIFT));
    this.#inFirstPage = Float64Array.from(this.#modules, ({ base }) => Number(base & PAGE_MASK));
    this.#lastPage = this.#modules.reduce((last, { base, size }) => Math.max(last, pageOf(base, size)), -1);
  }

  find(page: number, inPage: number): Located | undefined {
    if (page > this.#lastPage || !(page >= this.#firstPages[0]!)) return undefined;
    const index = this.#lastAtOrBefore(page);
    const module = this.#modules[index]!;
    const offset = (page - this.#firstPages[index]!) * PAGE_BYTES + inPage - this.#inFirstPage[index]!;
    return offset >= 0 && offset < module.size ? { module, offset } : undefined;
  }

  #lastAtOrBefore(page: number): number {
    let [low, high] = [0, this.#firstPages.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#firstPages[middle]! <= page) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const pageOf = (base: bigint, size: number): number => Number(base >> PAGE_SHIFT) + Math.ceil(size / PAGE_BYTES);
