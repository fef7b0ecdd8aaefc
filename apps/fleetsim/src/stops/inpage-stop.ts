import type { Random } from '../random/random.js';
import { inpageParameters, pickPage, type Page } from './inpage-parameters.js';
import { KERNEL_DATA_INPAGE_ERROR, type Stop } from './stop.js';

type Told = Pick<Stop, 'atMs' | 'story' | 'cause' | 'because' | 'disk' | 'leadUp'> & {
  readonly status: number;
  readonly page?: Page;
};

const inpage = (random: Random, { page, ...told }: Told): Omit<Stop, 'dump' | 'kept'> => ({
  ...told,
  code: KERNEL_DATA_INPAGE_ERROR,
  parameters: inpageParameters(random, page ?? pickPage(random), told.status),
});

/** Some firmware keeps only the first parameter for Kernel-Power 41: seen on real 0x7A stops. */
const FIRST_PARAMETER_ONLY = 0.12;

/** The disk refused one read but works: the dump gets written. */
export const answeringDiskStop = (random: Random, told: Told): Stop => ({
  ...inpage(random, told),
  dump: 'written',
  kept: random.chance(FIRST_PARAMETER_ONLY) ? 'first-parameter' : 'everything',
});

/** The disk is gone: no dump, no event 1001, no lead-up on the same disk, and sometimes not even a code survives. */
export function goneDiskStop(random: Random, told: Omit<Told, 'leadUp'>): Stop {
  const at = random.unit();
  return {
    ...inpage(random, told),
    dump: 'failed',
    kept: at < 0.72 ? 'everything' : at < 0.88 ? 'first-parameter' : 'nothing',
  };
}
