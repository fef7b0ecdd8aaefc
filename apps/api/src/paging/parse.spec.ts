import { rest } from '@inpage/contracts';
import { AppError } from '@inpage/core';
import { describe, expect, it } from 'vitest';
import { parse, Parsed } from './parse.js';

const refusal = (read: () => unknown): AppError => {
  try {
    read();
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('was not refused');
};
const groups = new Parsed(rest.groupsQuery);

describe('parse', () => {
  it('gives defaults and reads one value or many', () => {
    expect(groups.transform({ cause: 'media' })).toMatchObject({
      cause: ['media'],
      limit: 50,
      sort: 'crashes',
      order: 'desc',
    });
    expect(groups.transform({ cause: ['media', 'link'] })).toMatchObject({ cause: ['media', 'link'] });
  });

  it.each([
    [{ limit: '0' }, 'limit'],
    [{ limit: '501' }, 'limit'],
    [{ status: '185' }, 'status'],
    [{ from: '2026-02-30' }, 'from'],
    [{ cause: ['media', 'ghosts'] }, 'cause.1'],
    [{ famliy: 'inpage' }, 'famliy'],
    [{ q: 'a\0b' }, 'q'],
  ])('refuses %j and names the field', (query, field) => {
    const error = refusal(() => groups.transform(query));
    expect(error.code).toBe('request-invalid');
    expect(error.detail).toMatch(new RegExp(`^${field.replace('.', '\\.')}: `));
  });

  it('names the body when it is not even an object', () => {
    expect(refusal(() => parse(rest.credentialRequest, 'iat_')).detail).toMatch(/^body: /);
  });
});
