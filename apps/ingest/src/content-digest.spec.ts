import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentDigest, declaredSha256 } from './content-digest.js';

const sha256 = hash('sha256', 'hello', 'buffer');
const base64 = sha256.toString('base64');

describe('Content-Digest', () => {
  it.each([
    contentDigest(sha256),
    `sha-512=:${'A'.repeat(86)}==:, sha-256=:${base64}:`,
    `sha-256=:${base64}:;x=1`,
    ` sha-256=:${base64}: , unixsum=30637`,
  ])('is read: %s', (header) => {
    expect(declaredSha256(header)).toEqual(sha256);
  });

  it.each([
    undefined,
    '',
    base64,
    `sha-256=${base64}`,
    `SHA-256=:${base64}:`,
    `sha-256=:${sha256.toString('hex')}:`,
    `sha-256=:${base64.slice(0, -2)}:`,
    `x-sha-256=:${base64}:`,
    `sha-512=:${base64}:`,
  ])('declares no SHA-256: %s', (header) => {
    expect(declaredSha256(header)).toBeUndefined();
  });
});
