import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** With its tag a part is 1 MB. */
const PART_BYTES = 1024 * 1024 - TAG_BYTES;

/**
 * Encrypts files part by part with AES-256-GCM. Every file has a key of its own, made with HKDF (RFC 5869) from the secret key and
 * the file's salt, so that a part's number can be its nonce and never meets the same key twice. What belongs to the file, the number
 * of the part and of all parts are authenticated with it: none can be left out, moved, or come from another file.
 */
export class DumpCipher {
  /** Names the key and tells nothing of it. */
  readonly keyId: string;

  /** @param secretKey 32 bytes */
  constructor(private readonly secretKey: Buffer) {
    if (secretKey.length !== KEY_BYTES)
      throw new Error(`The secret key has ${secretKey.length} bytes, not ${KEY_BYTES}.`);
    this.keyId = this.#derived(Buffer.alloc(0), 'inpage key id', 8).toString('hex');
  }

  newSalt(): Buffer {
    return randomBytes(SALT_BYTES);
  }

  /** The parts in order: ciphertext, and its tag behind it. A file without bytes has one part without any. */
  *seal(bytes: Uint8Array, salt: Buffer, belongsTo: string): Generator<Buffer> {
    const key = this.#fileKey(salt);
    const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES));
    for (let part = 0; part < parts; part++) {
      const cipher = createCipheriv(ALGORITHM, key, nonceOf(part)).setAAD(aad(belongsTo, part, parts));
      const sealed = cipher.update(bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
      yield Buffer.concat([sealed, cipher.final(), cipher.getAuthTag()]);
    }
  }

  /** Throws when a part, its place or the key is not what it was. */
  open(parts: readonly Buffer[], salt: Buffer, belongsTo: string): Buffer {
    const key = this.#fileKey(salt);
    return Buffer.concat(
      parts.flatMap((sealed, part) => {
        const decipher = createDecipheriv(ALGORITHM, key, nonceOf(part), { authTagLength: TAG_BYTES });
        decipher.setAAD(aad(belongsTo, part, parts.length)).setAuthTag(sealed.subarray(-TAG_BYTES));
        return [decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()];
      }),
    );
  }

  #fileKey(salt: Buffer): Buffer {
    return this.#derived(salt, 'inpage dump file', KEY_BYTES);
  }

  #derived(salt: Buffer, purpose: string, bytes: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secretKey, salt, purpose, bytes));
  }
}

function nonceOf(part: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(part, NONCE_BYTES - 4);
  return nonce;
}

const aad = (belongsTo: string, part: number, parts: number): Buffer =>
  createHash('sha256').update(`${belongsTo}\n${part}\n${parts}`).digest();
