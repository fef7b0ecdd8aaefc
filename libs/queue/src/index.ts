export * from './bull-wake-queue.js';
export * from './wake-queue.js';
