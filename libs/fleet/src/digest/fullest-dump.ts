import type { DumpFacts } from '@inpage/contracts';

/** StorPort's memory says most about a disk; a dump that was not written to its end may lack what else it should have. */
const worth = (facts: DumpFacts): number =>
  (facts.storage ? 100 : 0) +
  (facts.pagingStorage ? 100 : 0) +
  (facts.complete === false ? 0 : 50) +
  Object.values(facts).filter((value) => value !== undefined).length;

/** Of several dumps of one stop the one that tells most; of equals the first. */
export const fullestDump = (dumps: readonly DumpFacts[]): DumpFacts | undefined =>
  dumps.reduce<DumpFacts | undefined>(
    (best, facts) => (best === undefined || worth(facts) > worth(best) ? facts : best),
    undefined,
  );
