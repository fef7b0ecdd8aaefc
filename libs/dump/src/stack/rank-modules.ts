import type { Module } from './module-map.js';
import { originOf, type ModuleOrigin } from './module-origin.js';
import type { StackPresence } from './scan-stack.js';

/**
 * How strongly a driver is on the stack, strongest first: `named` holds the instruction that a parameter or the processor's
 * context points to; `caller` is what KeBugCheckEx returns to; `repeated` has two hits or more; `single` is mostly a leftover.
 */
export const STANDINGS = ['named', 'caller', 'repeated', 'single'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface RankedModule {
  readonly module: Module;
  readonly origin: ModuleOrigin;
  readonly standing: Standing;
  /** On the stack. */
  readonly hits: number;
  /** Bytes from the top of the stack to the first hit; `undefined` when only a parameter or the context names it. */
  readonly firstAt?: number;
}

export interface Ranking {
  readonly modules: readonly RankedModule[];
  /** The driver that stands out, if one does. Where the PC stopped, not why: in an in-page error it is the victim. */
  readonly leading?: RankedModule;
}

/** What is known beside the stack. */
export interface StackAnchors {
  /** The driver of the failed instruction, when a parameter or the context tells it. */
  readonly named?: Module;
  readonly kernel?: Module;
  /** The first value of the stack is where KeBugCheckEx returns to. */
  readonly topIsCaller: boolean;
}

const isKernel = (module: Module, { kernel }: StackAnchors): boolean =>
  module === kernel || originOf(module.name) === 'kernel';

/**
 * Orders drivers by standing, third parties before Windows' own, then by first appearance. Measured on real dumps against
 * unwound stacks: the order of first appearance and the first third party are right, single hits are mostly stale.
 */
export function rankModules(present: readonly StackPresence[], anchors: StackAnchors): Ranking {
  const ranked = present.map((presence) => rank(presence, anchors));
  const { named } = anchors;
  const unseen = named !== undefined && !isKernel(named, anchors) && !present.some(({ module }) => module === named);
  if (unseen) ranked.push({ module: named, origin: originOf(named.name), standing: 'named', hits: 0 });
  const modules = ranked.toSorted(
    (a, b) =>
      STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
      Number(b.origin === 'third-party') - Number(a.origin === 'third-party') ||
      (a.firstAt ?? -1) - (b.firstAt ?? -1),
  );
  return { modules, leading: leadingOf(modules) };
}

function rank({ module, hits, firstAt }: StackPresence, anchors: StackAnchors): RankedModule {
  const origin = isKernel(module, anchors) ? 'kernel' : originOf(module.name);
  return { module, origin, standing: standingOf(module, hits, firstAt, anchors), hits, firstAt };
}

function standingOf(module: Module, hits: number, firstAt: number, anchors: StackAnchors): Standing {
  if (module === anchors.named && !isKernel(module, anchors)) return 'named';
  if (anchors.topIsCaller && firstAt === 0 && module !== anchors.kernel) return 'caller';
  return hits >= 2 ? 'repeated' : 'single';
}

/**
 * The kernel's own parts stand on every stack, so they lead only as the caller of KeBugCheckEx, and never while a third party
 * has two hits. When only the kernel is there, nobody leads: blaming ntoskrnl is how other tools go wrong.
 */
function leadingOf(modules: readonly RankedModule[]): RankedModule | undefined {
  const outsider = modules.find(({ origin, hits }) => origin === 'third-party' && hits >= 2);
  const named = modules.find(({ standing }) => standing === 'named');
  if (named) return named;
  const caller = modules.find(({ standing }) => standing === 'caller');
  if (caller && (caller.origin !== 'kernel' || !outsider)) return caller;
  return outsider ?? modules.find(({ origin, hits }) => origin === 'windows' && hits >= 2);
}
