import type { RequestHistory, StackModule } from '@inpage/contracts';
import type { CrashFacts } from '../verdict.js';
import { howLong, howMany } from './amounts.js';
import { commitPercent, poolPercent, SILENT_MS } from './clues.js';
import { enumerate, speaksOfStorage, tidy } from './names.js';

/** Names of outcomes that a sentence can carry. */
const MOST_OUTCOMES = 3;

/** From here on a resource is nearly used up; below, it is not what stopped the machine. */
const FULL_PERCENT = 90;

function unanswered({ outstanding, oldestOutstandingMs }: RequestHistory): string | undefined {
  if (outstanding.length === 0) return undefined;
  const oldest = oldestOutstandingMs ?? Math.max(0, ...outstanding.map(({ ageMs = 0 }) => ageMs));
  const many = howMany(outstanding.length, 'request');
  if (oldest < SILENT_MS)
    return `${many} still under way, none for longer than ${howLong(oldest / 1000)}, which is ordinary`;
  return outstanding.length === 1
    ? `1 request without an answer, which had waited for ${howLong(oldest / 1000)}`
    : `${many} without an answer, of which the oldest had waited for ${howLong(oldest / 1000)}`;
}

function failures({ failed }: RequestHistory): string | undefined {
  if (failed.length === 0) return undefined;
  const outcomes = [...new Set(failed.map(({ srbStatusName }) => srbStatusName).filter((name) => name !== undefined))];
  const named = outcomes.slice(0, MOST_OUTCOMES).map((name) => tidy(name, 32));
  return `${howMany(failed.length, 'failed request')}${named.length > 0 ? ` (${enumerate(named)})` : ''}`;
}

/** One history is kept over all disks and one of paging alone, neither of which names a disk. */
function requests({ dump }: CrashFacts): string | undefined {
  const paging = dump?.pagingStorage;
  const history = paging ?? dump?.storage;
  const whose = paging === undefined ? 'to all disks together' : 'of paging';
  if (history === undefined || history.recorded === 0) return undefined;
  const found = [unanswered(history), failures(history)].filter((part) => part !== undefined);
  if (found.length > 0) return `The dump keeps the last requests ${whose}; it shows ${enumerate(found)}.`;
  const slowest = history.slowestMs === undefined ? '' : `; the slowest took ${howLong(history.slowestMs / 1000)}`;
  return `The dump keeps the last ${howMany(history.recorded, 'request')} ${whose} and shows none that failed or was left without an answer${slowest}.`;
}

const KERNEL = /^(?:nt|ntoskrnl|ntkrnl\w{0,8}|hal)(?:\.exe|\.dll)?$/i;
const isKernel = (name: string): boolean => KERNEL.test(name.trim());

/** Modules that stand on the stack beside the kernel, likeliest first; stale ones are left out. */
function onTheStack({ dump }: CrashFacts): readonly string[] {
  const modules = (dump?.stackModules ?? []).filter(
    ({ name, origin, standing }) => origin !== 'kernel' && standing !== 'single' && !isKernel(name),
  );
  return [...new Set(modules.map(({ name }) => tidy(name, 32)))].slice(0, 2);
}

/** To whom the missing page belonged or who asked for it: victims. Empty when the dump names nobody but the kernel. */
export function victims(facts: CrashFacts): readonly string[] {
  const named = [facts.dump?.addressModule, facts.dump?.instructionModule]
    .filter((name) => name !== undefined && !isKernel(name))
    .map((name) => tidy(name!, 32));
  return named.length > 0 ? [...new Set(named)] : onTheStack(facts).slice(0, 1);
}

/** A driver that was unloaded while something of it was still in use. */
const isGhost = ({ unloaded, standing }: StackModule): boolean => unloaded === true && standing !== 'single';

/** The driver to which a parameter or the processor's context points, unless it is the kernel, which others lead astray. */
export function suspectModule({ dump }: CrashFacts): string | undefined {
  const modules = dump?.stackModules ?? [];
  const pointedAt = modules.find(({ standing }) => standing === 'named') ?? modules.find(isGhost);
  const name = dump?.instructionModule ?? pointedAt?.name;
  return name === undefined || isKernel(name) ? undefined : tidy(name, 32);
}

function page(facts: CrashFacts): string | undefined {
  if (facts.decode.family !== 'inpage' || facts.dump === undefined) return undefined;
  const owner = facts.dump.addressModule;
  const stack = onTheStack(facts);
  const asked = stack.length === 0 ? undefined : `${enumerate(stack)} stood on the stack as the page was asked for`;
  if (owner === undefined) return asked && `According to the dump, ${asked}.`;
  return `The missing page belongs to ${tidy(owner, 32)}${asked === undefined ? '' : `, and ${asked}`}.`;
}

function instruction(facts: CrashFacts): string | undefined {
  const { decode, dump } = facts;
  if (decode.family === 'inpage' || dump === undefined) return undefined;
  const gone = dump.stackModules?.find(isGhost);
  if (gone !== undefined)
    return `The driver ${tidy(gone.name, 32)} stands on the stack in the dump, although it was unloaded before.`;
  if (dump.instructionModule !== undefined)
    return `The instruction that failed lies in ${tidy(dump.instructionModule, 32)}.`;
  const suspect = suspectModule(facts);
  return suspect && `The dump points to ${suspect}.`;
}

function resources(facts: CrashFacts): string | undefined {
  const [pool, commit] = [poolPercent(facts), commitPercent(facts)];
  const parts = [
    pool !== undefined && pool >= FULL_PERCENT ? `nonpaged pool stood at ${pool} % of its maximum` : undefined,
    commit !== undefined && commit >= FULL_PERCENT ? `committed memory at ${commit} % of its limit` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `At the stop ${enumerate(parts)}.`;
}

/** What a dump adds: who is a victim, which instruction failed, what the disks were doing and what had run out. */
export function dumpSentences(facts: CrashFacts): readonly string[] {
  const sentences = [
    page(facts),
    instruction(facts),
    speaksOfStorage(facts) ? requests(facts) : undefined,
    resources(facts),
  ];
  return sentences.filter((sentence) => sentence !== undefined);
}
