export * from './start-worker.js';
export * from './worker.js';
export * from './dump-sweep.js';
export * from './exposure-sweep.js';
