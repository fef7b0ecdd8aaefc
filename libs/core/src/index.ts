export * from './brand.js';
export * from './errors.js';
export * from './hex.js';
export * from './ids.js';
export * from './result.js';
