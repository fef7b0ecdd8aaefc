import { tidy } from '../../explain/names.js';
import { baseBugcheck } from '@inpage/codes';
import type { CrashFacts } from '../../verdict.js';
import type { KinStop } from '../../witnesses.js';
import { MEMORY_LEANINGS, SOFTWARE_LEANINGS } from '../bugcheck/bugcheck-leanings.js';
import { recordedStatus } from '../recorded-status.js';
import type { Rule } from '../rule.js';
import { claimsByCause } from './kin-claims.js';

const DAMAGED_MEMORY: ReadonlySet<number> = new Set(MEMORY_LEANINGS.map(({ code }) => code));

const isMemoryStop = ({ decode }: KinStop): boolean =>
  decode.layout === '77-signature' || (decode.layout === 'none' && DAMAGED_MEMORY.has(baseBugcheck(decode.code)));

/** Stops that damaged memory explains: pages with wrong contents, and those driver bugs that bad RAM imitates. */
function mayBeMemory(facts: CrashFacts): boolean {
  const { decode } = facts;
  const status = recordedStatus(facts);
  if (status !== undefined) return status.subclass === 'memory' || status.subclass === 'silent-corruption';
  const code = baseBugcheck(decode.code);
  const imitated = SOFTWARE_LEANINGS.some((leaning) => leaning.code === code && (leaning.causes.memory ?? 0) > 0);
  return decode.family === 'inpage-crc' || decode.layout === '77-signature' || DAMAGED_MEMORY.has(code) || imitated;
}

export const kinMemoryStops: Rule = {
  id: 'kin/memory-stops',
  doc: 'The machine stopped before or since with damaged memory, so that wrong contents are more likely of its RAM than of its disk.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x1a--memory-management; our inference for other stops beside it',
  weight: 3,
  monotone: ['more-kin'],
  test(facts) {
    const stops = (facts.kin ?? []).filter((one) => Math.abs(one.daysBefore) <= 30 && isMemoryStop(one));
    if (stops.length === 0 || !mayBeMemory(facts)) return [];
    const kinCauses = stops.map((kin) => ({ kin, cause: 'memory' as const }));
    return claimsByCause(facts, kinCauses, { most: 3, half: 1 }, (count) =>
      count === 1
        ? `Another stop within 30 days (${tidy(stops[0]!.decode.name)}) found damaged memory`
        : `${count} other stops within 30 days found damaged memory`,
    );
  },
};
