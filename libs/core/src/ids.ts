import type { Brand } from './brand.js';

/** Every branded id of the product, alphabetically. A brand is born in its parser and nowhere else. */
export type ChunkId = Brand<string, 'ChunkId'>;
export type CrashId = Brand<string, 'CrashId'>;
export type DiskId = Brand<string, 'DiskId'>;
export type GroupId = Brand<string, 'GroupId'>;
export type MachineId = Brand<string, 'MachineId'>;
export type RecordId = Brand<string, 'RecordId'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const parse =
  <T extends string>() =>
  (text: string): T | undefined =>
    uuid.test(text) ? (text as T) : undefined;

export const parseCrashId = parse<CrashId>();
export const parseDiskId = parse<DiskId>();
export const parseGroupId = parse<GroupId>();
export const parseMachineId = parse<MachineId>();
export const parseRecordId = parse<RecordId>();

/**
 * Writes the first 16 bytes of a digest (bytes, or lower-case hex) as a UUID of version 8 (RFC 9562: "custom", for ids that are made from content).
 * 122 bits of the digest survive.
 */
export function uuidFromDigest(digest: Uint8Array | string): string {
  const hex = typeof digest === 'string' ? digest : Buffer.from(digest.buffer, digest.byteOffset, 16).toString('hex');
  const variant = '89ab'[parseInt(hex[16]!, 16) & 3]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
