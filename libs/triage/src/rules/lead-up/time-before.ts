import { howLong } from '../../explain/amounts.js';

/** `3 minutes before the stop`, `20 seconds after the stop`. */
export const besideStop = (secondsBefore: number): string =>
  `${howLong(secondsBefore)} ${secondsBefore < 0 ? 'after' : 'before'} the stop`;
