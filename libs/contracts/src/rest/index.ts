export * from './queries.js';
export * from './shapes.js';
export * from './sign-in.js';
