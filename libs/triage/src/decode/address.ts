const HIGHEST_32_BIT = 0xffff_ffffn;

/** True when bits 63 to 47 are equal: an address of 48 bits, which four levels of page tables can translate. */
export const isCanonical48 = (address: bigint): boolean => address >> 47n === 0n || address >> 47n === 0x1_ffffn;

/** A canonical address in the upper half, where the kernel lives on 64-bit Windows. */
export const isKernel64 = (address: bigint): boolean => address >> 47n === 0x1_ffffn;

export const is32Bit = (value: bigint): boolean => value <= HIGHEST_32_BIT;

/** The upper half of 32-bit Windows, where the kernel lives without the /3GB switch (with it, from 0xC0000000). */
export const isKernel32 = (address: bigint): boolean => is32Bit(address) && address >= 0x8000_0000n;
