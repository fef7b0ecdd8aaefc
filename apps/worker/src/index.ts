export * from './start-worker.js';
export * from './worker.js';
export * from './dump-sweep.js';
