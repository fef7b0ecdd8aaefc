import { parseHex64 } from '@inpage/core';
import type { Decode } from '../../stop.js';
import { claim, type Rule } from '../rule.js';

const subtypeOf = ({ parameters }: Decode): bigint | undefined => parseHex64(parameters[0]?.value ?? '');

/** 0 and 1: the page was there and its signature was not. 2: the driver stack said success and delivered less than a page. */
export const stackSignature: Rule = {
  id: 'bugcheck/stack-signature',
  doc: 'A kernel stack came back without its signature (0x77): usually RAM, or a driver stack that reported success wrongly.',
  source: 'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x77--kernel-stack-inpage-error',
  weight: 4,
  test({ decode }) {
    if (decode.layout !== '77-signature') return [];
    return subtypeOf(decode) === 2n
      ? [claim('controller', 4, 'The storage stack reported success for a read that did not fill a whole page.')]
      : [claim('memory', 4, 'The page with the kernel stack was there and its signature was damaged.')];
  },
};
