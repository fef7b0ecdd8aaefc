import { describe, expect, it } from 'vitest';
import { isFromOurOrigin } from './same-origin.js';

const PUBLIC = 'https://inpage.example';
const ask = (method: string, headers: Record<string, string>) =>
  isFromOurOrigin({ method, headers: { host: '10.0.0.7:7070', ...headers } }, PUBLIC);

describe('isFromOurOrigin', () => {
  it.each([
    ['the public address', { origin: 'https://inpage.example' }],
    ['the address that was asked', { origin: 'http://10.0.0.7:7070' }],
    ['a browser that sends no Origin but says same-origin', { 'sec-fetch-site': 'same-origin' }],
  ])('takes a change from %s', (_, headers) => expect(ask('POST', headers)).toBe(true));

  it.each([
    ['another site', { origin: 'https://charlie.example' }],
    ['another scheme of the public address', { origin: 'http://inpage.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site that claims same-origin', { origin: 'https://charlie.example', 'sec-fetch-site': 'same-origin' }],
    ['another site without Origin', { 'sec-fetch-site': 'cross-site' }],
    ['who says nothing', {}],
  ])('refuses a change from %s', (_, headers) => expect(ask('DELETE', headers)).toBe(false));

  it('lets everybody read', () => expect(ask('GET', { origin: 'https://charlie.example' })).toBe(true));
});
