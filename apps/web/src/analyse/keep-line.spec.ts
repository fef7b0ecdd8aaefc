import { record } from '@inpage/contracts';
import { describe, expect, it } from 'vitest';
import type { AnalysedStop, Analysis } from '../api/types.js';
import { keepLine } from './keep-line.js';

const stop = {
  computer: null,
  stoppedAt: null,
  decode: { code: '0x0000007A', parameters: [{ value: '0x0000000000000003' }, { value: null }] },
} as unknown as AnalysedStop;
const analysis = (kind: Analysis['input']['kind'], name: string | null, stops = [stop]) =>
  ({ input: { kind, name }, stops }) as unknown as Analysis;
const lineOf = (...of: Parameters<typeof analysis>) => keepLine(analysis(...of), 'https://inpage.example');

describe('the line that keeps what was analysed', () => {
  it('sends a dump with its digest', () => {
    const line = lineOf('dump', "it's.dmp");
    expect(line).toContain(`'https://inpage.example/v1/dumps'`);
    expect(line).toContain(String.raw`--data-binary '@it'\''s.dmp'`);
    expect(line).toContain(`-H 'Inpage-Computer: COMPUTER'`);
    expect(line).toContain('Content-Digest: sha-256=:');
  });

  it.each([
    ['log.xml', 'application/xml'],
    ['log.ndjson', 'application/x-ndjson'],
    ['log.json', 'application/json'],
  ])('sends %s as %s', (name, type) => {
    expect(lineOf('events', name)).toContain(`-H 'Content-Type: ${type}' --data-binary '@${name}'`);
  });

  it('makes a crash record of a text, which the contract takes', () => {
    const body = /-d '([^']+)'/.exec(lineOf('text', null) ?? '')?.[1] ?? '';
    expect(record.parse(JSON.parse(body))).toMatchObject({ kind: 'crash', computer: 'COMPUTER', code: '0x0000007A' });
  });

  it('is not there without a stop', () => {
    expect(lineOf('events', 'log.xml', [])).toBeUndefined();
  });
});
