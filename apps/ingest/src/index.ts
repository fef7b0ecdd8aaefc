export * from './register-ingest.js';
