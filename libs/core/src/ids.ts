import type { Brand } from './brand.js';

/** Every branded id of the product, alphabetically. One is born where its content is hashed, or where its row is read. */
export type DiskId = Brand<string, 'DiskId'>;
export type GroupId = Brand<string, 'GroupId'>;
export type MachineId = Brand<string, 'MachineId'>;
export type RecordId = Brand<string, 'RecordId'>;

/**
 * Writes the first 16 bytes of a digest (bytes, or lower-case hex) as a UUID of version 8 (RFC 9562: "custom", for ids that are made from content).
 * 122 bits of the digest survive.
 */
export function uuidFromDigest(digest: Uint8Array | string): string {
  const hex = typeof digest === 'string' ? digest : Buffer.from(digest.buffer, digest.byteOffset, 16).toString('hex');
  const variant = '89ab'[parseInt(hex[16]!, 16) & 3]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
