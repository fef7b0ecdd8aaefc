/** A member of the dictionary that RFC 9530 makes of Content-Digest; values of other algorithms may stand beside it. */
const SHA256 = /(?:^|,)[ \t]*sha-256=:([A-Za-z0-9+/]{43}=):[ \t]*(?=[,;]|$)/;

/** The SHA-256 that a Content-Digest header declares; nothing when it declares none. */
export function declaredSha256(header: string | string[] | undefined): Buffer | undefined {
  const found = typeof header === 'string' ? SHA256.exec(header)?.[1] : undefined;
  return found === undefined ? undefined : Buffer.from(found, 'base64');
}

/** The header for a digest. */
export const contentDigest = (sha256: Buffer): string => `sha-256=:${sha256.toString('base64')}:`;
