export * from './problem.js';
export * from './records/dump.js';
export * from './records/dump-receipt.js';
export * from './records/enrol.js';
export * from './records/fields.js';
export * from './records/receipts.js';
export * from './records/record.js';
export * as rest from './rest/index.js';
