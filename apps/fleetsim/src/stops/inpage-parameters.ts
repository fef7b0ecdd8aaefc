import type { Random } from '../random/random.js';
import { signExtended } from './status.js';

/** Four parameters of a bugcheck, unsigned 64 bit. */
export type Parameters = readonly [bigint, bigint, bigint, bigint];

/** What the page that could not be read belongs to. */
export type Page = 'paging-file' | 'section' | 'lock-held' | 'in-page-support';

const MAPPED = (1n << 36n) - 1n;

/** Low 39 bits of the address of the page table entry that maps `address` on 64-bit Windows with four levels. */
export const selfMapOffset = (address: bigint): bigint => ((address >> 12n) & MAPPED) << 3n;

/** The PTE region takes one of 256 slots of 512 GB in the kernel's half; which one is drawn at every boot. */
const pteBase = (random: Random): bigint => 0xffff_8000_0000_0000n + (random.bits(8) << 39n);

const pagedPool = (random: Random): bigint => 0xffff_a000_0000_0000n + (random.bits(42) & ~0x7n);
const driverImage = (random: Random): bigint => 0xffff_f800_0000_0000n + (random.bits(38) & ~0xfffn) + 0x1000n;
const kernelStructure = (random: Random): bigint => 0xffff_8000_0000_0000n + (random.bits(45) & ~0xfn) + 0x10n;

/** Contents of a PTE whose page is in the paging file. Windows does not document the layout; only its look matters. */
const softPte = (random: Random): bigint => (random.bits(22) << 32n) | 0xc0n;

/** The layouts of 0x7A (docs/bugchecks.md): two forms of C, and A and B, which real fleets show now and then. */
const LAYOUTS: Record<Page, (random: Random, status: bigint) => Parameters> = {
  'paging-file'(random, status) {
    const address = pagedPool(random);
    return [pteBase(random) | selfMapOffset(address), status, softPte(random), address];
  },
  section(random, status) {
    const address = driverImage(random);
    return [prototypePte(random, address), status, random.bits(34) & ~0x3fn, address];
  },
  'lock-held': (random, status) => [BigInt(1 + random.int(2)), status, 0n, pagedPool(random)],
  'in-page-support': (random, status) => [
    BigInt(3 + random.int(2)),
    status,
    kernelStructure(random),
    random.chance(0.5) ? pagedPool(random) : driverImage(random),
  ],
};

/** An entry of a section lies in pool, never where the self-map would put the address. */
function prototypePte(random: Random, address: bigint): bigint {
  const entry = pagedPool(random);
  return (entry & ((1n << 39n) - 1n)) === selfMapOffset(address) ? entry + 8n : entry;
}

/** Parameters of a 0x7A whose page read failed with `status`. */
export const inpageParameters = (random: Random, page: Page, status: number): Parameters =>
  LAYOUTS[page](random, signExtended(status));

/** Most pages come from the paging file, some from images and mapped files, few stops name a lock. */
export function pickPage(random: Random): Page {
  const at = random.unit();
  if (at < 0.72) return 'paging-file';
  if (at < 0.93) return 'section';
  return at < 0.965 ? 'lock-held' : 'in-page-support';
}
