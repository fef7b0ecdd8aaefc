export * from './config.js';
export * from './health.js';
export * from './log.js';
export * from './metrics.js';
export * from './problem-filter.js';
export * from './problem.js';
