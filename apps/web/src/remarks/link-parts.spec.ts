import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkParts } from './link-parts.js';

const linksIn = (text: string) =>
  linkParts(text).flatMap(({ text: shown, href }) => (href === undefined ? [] : [[shown, href]]));

describe('linkParts', () => {
  it.each([
    ['see https://a.example/b.', 'https://a.example/b'],
    ['(https://a.example/b)', 'https://a.example/b'],
    ['https://a.example/b_(c), and more', 'https://a.example/b_(c)'],
    ['„HTTPS://A.example/x?y=1&z=2#top“', 'HTTPS://A.example/x?y=1&z=2#top'],
    ['line one\nhttp://10.0.0.7:8080/t/1\nline three', 'http://10.0.0.7:8080/t/1'],
    ['[ticket](https://a.example/1)', 'https://a.example/1'],
    ['*https://a.example/1*', 'https://a.example/1'],
  ])('finds the address in %j', (text, address) => expect(linksIn(text).map(([shown]) => shown)).toEqual([address]));

  it('finds several', () => {
    expect(linkParts('a https://b.example c http://d.example/ e')).toEqual([
      { text: 'a ' },
      { text: 'https://b.example', href: 'https://b.example/' },
      { text: ' c ' },
      { text: 'http://d.example/', href: 'http://d.example/' },
      { text: ' e' },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///c:/windows',
    '<a href="#">x</a>',
    'https://',
    'https://microsoft.com@evil.example/',
    'xhttps://a.example',
    'vbscript:https//a',
  ])('leaves %j as it is', (text) => expect(linkParts(text)).toEqual([{ text }]));

  it('never loses a character, and never links anywhere but to the web', () => {
    const piece = fc.constantFrom(
      'https://',
      'http://',
      'a.example',
      '/',
      '(',
      ')',
      '.',
      ' ',
      '\n',
      '@',
      '"',
      '<',
      'javascript:',
      '%',
      '[',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const parts = linkParts(text);
          expect(parts.map((part) => part.text).join('')).toBe(text);
          for (const { href, text: shown } of parts) {
            expect(shown).not.toBe('');
            if (href !== undefined) expect(href).toMatch(/^https?:\/\/[^@/]+(\/|$)/);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
