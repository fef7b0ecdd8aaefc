import { is32Bit, isCanonical48, isKernel64 } from './address.js';

/**
 * Windows maps the page tables into the address space they describe, so the address of a page table entry can be computed
 * from the address that it translates. On 64-bit Windows the base of that region is random since Windows 10 1607, but it is
 * aligned to 512 GB: the low 39 bits tell all the same. On 32-bit Windows it starts at 0xC0000000, with entries of 4 bytes,
 * or of 8 with PAE.
 */
const LOW_39_BITS = (1n << 39n) - 1n;
const PAGE_NUMBER_BITS = (1n << 36n) - 1n;
const PTE_BASE_32 = 0xc000_0000n;
const KERNEL_PTE_BASE_32 = PTE_BASE_32 + (0x8000_0000n >> 12n) * 4n;
const PTE_END_32 = 0xc080_0000n;
const PTE_REGION_BEFORE_1607 = 0xffff_f680_0000_0000n >> 39n;

/** True for an address where 32-bit Windows keeps page table entries (8 MB with PAE, the first 4 MB of it without). */
export const isInPteRegion32 = (address: bigint): boolean => address >= PTE_BASE_32 && address < PTE_END_32;

/**
 * True for an address where 32-bit Windows keeps the page table entries of kernel addresses. It begins behind the numbers
 * 0xC0000000 to 0xC01FFFFF, where most NTSTATUS values are.
 */
export const isKernelPte32 = (address: bigint): boolean => isInPteRegion32(address) && address >= KERNEL_PTE_BASE_32;

/** True for an address where 64-bit Windows kept its page table entries before the region became random. */
export const isInFixedPteRegion64 = (address: bigint): boolean => address >> 39n === PTE_REGION_BEFORE_1607;

const matches32 = (pte: bigint, address: bigint): boolean =>
  isInPteRegion32(pte) && [4n, 8n].some((size) => pte === PTE_BASE_32 + (address >> 12n) * size);

const matches64 = (pte: bigint, address: bigint): boolean =>
  isKernel64(pte) && isCanonical48(address) && (pte & LOW_39_BITS) === ((address >> 12n) & PAGE_NUMBER_BITS) << 3n;

/** True when `pte` is where the page table entry of `address` must be. */
export const isPteOf = (pte: bigint, address: bigint): boolean =>
  is32Bit(pte) && is32Bit(address) ? matches32(pte, address) : matches64(pte, address);

/** True when `address` lies in the region of page tables that `pte` belongs to: the missing page was itself a page table. */
export const isPageTable = (pte: bigint, address: bigint): boolean =>
  is32Bit(pte) ? isInPteRegion32(address) : address >> 39n === pte >> 39n;
