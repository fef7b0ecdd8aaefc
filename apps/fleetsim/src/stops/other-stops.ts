import type { Random } from '../random/random.js';
import { share } from '../random/spread.js';
import type { Parameters } from './inpage-parameters.js';
import { NO_PARAMETERS, type Cause, type Stop } from './stop.js';

const pool = (random: Random): bigint => 0xffff_8000_0000_0000n + (random.bits(45) & ~0xfn);
const instruction = (random: Random): bigint => 0xffff_f800_0000_0000n + random.bits(38);

interface OtherBugcheck {
  readonly code: number;
  readonly share: number;
  readonly cause: Cause;
  readonly because: string;
  readonly parameters: (random: Random) => Parameters;
}

/**
 * Stops that have nothing to do with storage. Parameters as Microsoft's bug check reference describes them:
 * https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-code-reference2
 */
const OTHER_BUGCHECKS: readonly OtherBugcheck[] = [
  {
    ...{ code: 0xd1, share: 30, cause: 'software', because: 'a network driver touched freed memory' },
    parameters: (random) => [random.bits(20), 2n, BigInt(random.pick([0, 1, 8])), instruction(random)],
  },
  {
    ...{ code: 0x139, share: 20, cause: 'software', because: 'a driver corrupted a list' },
    parameters: (random) => [3n, pool(random), pool(random), 0n],
  },
  {
    ...{ code: 0x133, share: 20, cause: 'software', because: 'a driver kept a processor at DISPATCH_LEVEL' },
    parameters: (random) => [1n, 0x1e00n, instruction(random), 0n],
  },
  {
    ...{ code: 0x3b, share: 20, cause: 'software', because: 'a graphics driver failed in a system call' },
    parameters: (random) => [0xc000_0005n, instruction(random), pool(random), 0n],
  },
  {
    ...{ code: 0x50, share: 6, cause: 'memory', because: 'a memory module flips bits' },
    parameters: (random) => [pool(random), 0n, instruction(random), 2n],
  },
  {
    ...{ code: 0x9f, share: 4, cause: 'software', because: 'a dock driver did not finish a power request' },
    parameters: (random) => [3n, pool(random), pool(random), pool(random)],
  },
];

/** A stop by a bugcheck that storage has no part in. */
export function unrelatedStop(random: Random, atMs: number): Stop {
  const { code, cause, because, parameters } = share(OTHER_BUGCHECKS, random.unit());
  const facts = { atMs, story: null, cause, because, code, status: null, disk: null } as const;
  return { ...facts, parameters: parameters(random), dump: 'written', kept: 'everything' };
}

/** The power went, or somebody held the power button: Windows knows no code. */
export function powerStop(random: Random, atMs: number): Stop {
  const powerButton = random.chance(0.35);
  const because = powerButton ? 'somebody held the power button' : 'the power went';
  const facts = { atMs, story: null, cause: 'unknown', because, code: 0, status: null, disk: null } as const;
  return { ...facts, parameters: NO_PARAMETERS, dump: 'none', kept: 'nothing', powerButton };
}
