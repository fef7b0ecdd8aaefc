import { expect, it } from 'vitest';
import { decodeEntities } from './xml-entities.js';

it.each([
  ['&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
  ['&#x200E;4&#8206;', '\u200E4\u200E'],
  ['&#x1F4BD;', '\u{1F4BD}'],
  ['&amp;lt;', '&lt;'],
  ['&nbsp; &LT; &bomb; & &; &#; &#x; &#xZZ;', '&nbsp; &LT; &bomb; & &; &#; &#x; &#xZZ;'],
  ['&#0; &#xD800; &#x110000; &#99999999999;', '&#0; &#xD800; &#x110000; &#99999999999;'],
])('decodes %s', (text, decoded) => expect(decodeEntities(text)).toBe(decoded));
