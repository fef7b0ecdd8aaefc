import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receivedFile } from './received-file.js';

async function* pieces(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) {
    if (text === 'reset') throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    yield Buffer.from(text);
  }
}

describe('receivedFile', () => {
  it('is what came, in order, with its SHA-256', async () => {
    const { bytes, sha256 } = await receivedFile(pieces('ab', '', 'cde'), 5);
    expect(bytes.toString()).toBe('abcde');
    expect(sha256).toEqual(hash('sha256', 'abcde', 'buffer'));
  });

  it.each([
    ['less', ['ab'], 'ab'.length],
    ['more', ['ab', 'cd', 'e'], 'more than 4'],
    ['what came before the client left', ['ab', 'c', 'reset'], 'abc'.length],
  ])('refuses %s', async (_what, texts, arrived) => {
    await expect(receivedFile(pieces(...texts), 4)).rejects.toMatchObject({
      code: 'dump-length-mismatch',
      detail: `4 bytes were declared, ${arrived} arrived.`,
    });
  });
});
