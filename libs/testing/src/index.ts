export * from './cast.js';
export type { JsonEvent, XmlClothing } from './event-clothing.js';
export type { DiskErrorFacts, EventFacts, EventFrame, EventKind, Parameters4 } from './event-kinds.js';
export { toUtf16le, writeEvent } from './event-writer.js';
export * from './record-factory.js';
export * from './test-cluster.js';
export * from './test-database.js';
