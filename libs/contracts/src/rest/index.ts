export * from './queries.js';
export * from './shapes.js';
