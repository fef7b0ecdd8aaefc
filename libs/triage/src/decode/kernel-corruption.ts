import { type Decoder, reserved, text } from './reading.js';

const CORRUPTIONS = new Map([
  [0n, 'A buffer on a stack was overrun (older check).'],
  [1n, 'A table of virtual functions is not valid.'],
  [2n, 'A buffer on a stack was overrun (stack cookie).'],
  [3n, 'A linked list is corrupt, for instance because an entry was removed twice.'],
  [5n, 'A function got a parameter that it treats as fatal.'],
  [6n, 'The stack cookie was not set up by the loader.'],
  [7n, 'A program asked for a fatal exit.'],
  [8n, 'An index is out of the bounds of an array.'],
  [9n, 'The registry was queried without a type check.'],
  [10n, 'A guarded indirect call went to a place that is not allowed.'],
  [11n, 'A guarded write went to a place that is not allowed.'],
  [14n, 'The reference count of an object is not valid.'],
  [29n, 'An entry of a balanced tree is corrupt.'],
]);

/** Bugcheck 0x139 KERNEL_SECURITY_CHECK_FAILURE. Source: Microsoft's page on it. A driver bug or RAM, not the disk. */
export const decodeKernelSecurityCheck: Decoder = ([p1]) => ({
  texts: [
    text('Type of corruption', (p1 !== undefined && CORRUPTIONS.get(p1)) || 'A type that we do not name.'),
    text('Trap frame', 'Address of the trap frame of the exception.'),
    text('Exception record', 'Address of the record of the exception.'),
    reserved,
  ],
});
