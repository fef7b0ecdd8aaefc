export * from './bugcheck.js';
export * from './cause-class.js';
export * from './memory-management-subtype.js';
export * from './ntstatus.js';
export { NT_STATUS_SUBCLASSES, type NtStatusSubclass, type SeenIn0x7A } from './ntstatus-row.js';
export * from './numbers.js';
export * from './srb-status.js';
export { STORAGE_POINTERS, type StoragePointer } from './storage-bugchecks.js';
