import { type Decoder, reserved, text } from './reading.js';

/** Bugcheck 0x154 UNEXPECTED_STORE_EXCEPTION. Source: Microsoft's page on it. It carries no status. */
export const decodeUnexpectedStoreException: Decoder = () => ({
  texts: [
    text('Store', 'Address of the store context or of the data manager.'),
    text('Exception information', 'Address of what is known about the exception.'),
    reserved,
    reserved,
  ],
});

const WHAT_DIED = new Map([
  [0n, 'A process ended.'],
  [1n, 'A thread ended.'],
]);

/** Bugcheck 0xEF CRITICAL_PROCESS_DIED. Source: Microsoft's page on it. It carries no status; zeros are normal. */
export const decodeCriticalProcessDied: Decoder = ([, p2]) => ({
  texts: [
    text('Process object', 'The process that Windows cannot live without.'),
    text('What ended', (p2 !== undefined && WHAT_DIED.get(p2)) || 'Neither process nor thread.'),
    reserved,
    reserved,
  ],
});

const OBJECT_TYPES = new Map([
  [3n, 'A process ended.'],
  [6n, 'A thread ended.'],
]);

/** Bugcheck 0xF4 CRITICAL_OBJECT_TERMINATION. Source: Microsoft's page on it. It carries no status. */
export const decodeCriticalObjectTermination: Decoder = ([p1]) => ({
  texts: [
    text('Type of the object', (p1 !== undefined && OBJECT_TYPES.get(p1)) || 'Neither process nor thread.'),
    text('Terminating object', 'The process or thread that Windows cannot live without.'),
    text('Image name', 'Address of the image file name of the process.'),
    text('Message', 'Address of a text that explains the termination.'),
  ],
});
