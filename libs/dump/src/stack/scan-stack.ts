import type { ByteView } from '../bytes/byte-view.js';
import type { Architecture } from '../header/architecture.js';
import type { Module, ModuleMap } from './module-map.js';

/** A value on the stack that lies inside a driver: a return address, or what is left of one. */
export interface StackHit {
  /** The address on the stack. */
  readonly at: bigint;
  readonly module: Module;
  /** Of the value, from the driver's base. */
  readonly offset: number;
}

/** What one driver has on the stack. */
export interface StackPresence {
  readonly module: Module;
  readonly hits: number;
  /** Bytes from the top of the stack to the first hit. */
  readonly firstAt: number;
}

export interface StackScan {
  /** The first hits, top of the stack first. */
  readonly hits: readonly StackHit[];
  /** In order of first appearance. */
  readonly modules: readonly StackPresence[];
}

export const MOST_STACK_BYTES = 1 << 17;
const MOST_HITS_KEPT = 256;
const BIT_55 = 1 << 23;
const PAGES_PER_HIGH_WORD = 1 << 20;

/**
 * Walks a raw stack without symbols: every aligned value that lies in a driver is a hit. Finds all true frames and many that
 * are left over from earlier calls; only one hit in two to sixteen is a frame, which is why `rankModules` follows.
 */
export function scanStack(
  stack: ByteView,
  top: bigint,
  from: number,
  map: ModuleMap,
  pointerBytes: 4 | 8,
  architecture: Architecture | undefined,
): StackScan {
  const hits: StackHit[] = [];
  const modules = new Map<Module, { module: Module; hits: number; firstAt: number }>();
  const strip = architecture === 'arm64' ? withoutPointerAuthentication : (high: number) => high;
  for (let at = from; at + pointerBytes <= stack.length; at += pointerBytes) {
    const low = stack.u32(at)!;
    const high = pointerBytes === 8 ? strip(stack.u32(at + 4)!) : 0;
    const found = map.findInPage(high * PAGES_PER_HIGH_WORD + (low >>> 12), low & 0xfff);
    if (!found) continue;
    if (hits.length < MOST_HITS_KEPT) hits.push({ at: top + BigInt(at), ...found });
    const known = modules.get(found.module);
    if (known) known.hits += 1;
    else modules.set(found.module, { module: found.module, hits: 1, firstAt: at });
  }
  return { hits, modules: [...modules.values()] };
}

/** ARM64 may sign return addresses in the bits above 47; bit 55 says whether the address is the kernel's. None seen so far. */
const withoutPointerAuthentication = (high: number): number =>
  (high & BIT_55) === 0 ? high : (high | 0xffff_0000) >>> 0;
