import { record } from '@inpage/contracts';
import { expect, it } from 'vitest';
import { curlOf } from './curl.js';

const now = new Date('2026-05-03T12:00:00Z');

it('sends a crash that the contract takes', () => {
  const line = curlOf({ kind: 'enrolment', secret: 'inp_s3cret' }, 'https://inpage.example', now);
  expect(line).toContain(`-H 'Authorization: Bearer inp_s3cret'`);
  expect(line).toContain(`'https://inpage.example/v1/records'`);
  const body = /-d '([^']+)'/.exec(line)?.[1] ?? '';
  expect(record.parse(JSON.parse(body))).toMatchObject({
    kind: 'crash',
    computer: 'pc-1',
    at: '2026-05-03T12:00:00.000Z',
  });
});

it('reads groups with an API token', () => {
  const line = curlOf({ kind: 'api', secret: 't' }, 'http://h', now);
  expect(line).toBe(`curl -H 'Authorization: Bearer t' 'http://h/api/v1/groups'`);
});
