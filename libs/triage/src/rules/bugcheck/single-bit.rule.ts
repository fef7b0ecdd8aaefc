import { baseBugcheck } from '@inpage/codes';
import { parseHex64 } from '@inpage/core';
import type { Decode } from '../../stop.js';
import { claim, type Rule } from '../rule.js';

type Parameters = readonly (bigint | undefined)[];

const parametersOf = ({ parameters }: Decode): Parameters => parameters.map(({ value }) => parseHex64(value ?? ''));

const isOneBit = (bits: bigint): boolean => bits > 0n && (bits & (bits - 1n)) === 0n;

const UPPER_17_BITS = 0x1_ffffn;

/** An address of the kernel has bits 63 to 47 all set; with one of them missing no part of Windows can have made it. */
const isKernelButOneBit = (address: bigint | undefined): boolean =>
  address !== undefined && isOneBit((address >> 47n) ^ UPPER_17_BITS);

const PAGE_TABLE_DISAGREES = 0x403n;

const MEMORY_MANAGEMENT = ({ 0: subtype, 2: found, 3: expected }: Parameters): string | undefined =>
  subtype === PAGE_TABLE_DISAGREES && found !== undefined && expected !== undefined && isOneBit(found ^ expected)
    ? 'A page table entry differs in one single bit from what it should be'
    : undefined;

const ADDRESS = ([address]: Parameters): string | undefined =>
  isKernelButOneBit(address) ? 'The address that was touched is one of the kernel but for one single bit' : undefined;

/** Microsoft: parameters 3 and 4 are both zero for a single-bit error. */
const CORRUPTED_PAGE = ([, , p3, p4]: Parameters): string | undefined =>
  p3 === 0n && p4 === 0n ? 'Windows itself calls the damage of this page a single-bit error' : undefined;

const READINGS: Readonly<Record<number, (parameters: Parameters) => string | undefined>> = {
  0x0a: ADDRESS,
  0x1a: MEMORY_MANAGEMENT,
  0x50: ADDRESS,
  0xd1: ADDRESS,
  0x12b: CORRUPTED_PAGE,
};

export const bugcheckSingleBit: Rule = {
  id: 'bugcheck/single-bit',
  doc: 'What is wrong is wrong in a single bit, as RAM fails and software hardly ever does.',
  source:
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x1a--memory-management (0x403); https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x12b---faulty-hardware-corrupted-page; our inference for addresses',
  weight: 3,
  test({ decode }) {
    const found = READINGS[baseBugcheck(decode.code)]?.(parametersOf(decode));
    return found === undefined ? [] : [claim('memory', 3, `${found}; RAM does that.`)];
  },
};
