export * from './analysis.js';
export * from './lead-up.js';
export * from './queries.js';
export * from './rates.js';
export * from './remarks.js';
export * from './shapes.js';
export * from './sign-in.js';
