/** A piece of a text: as it is, or as a link to what it says. */
export interface TextPart {
  readonly text: string;
  readonly href?: string;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"“”`]+/gi;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?'’…*_]+$/;
const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

/**
 * Finds the web addresses in what a person wrote. The parts put together are the text again, character for character; only http and
 * https become links, and none that hides a user name before the host.
 */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutTrail(match[0]);
    const href = hrefOf(address);
    if (href === undefined) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** "(see https://a.example/b)." ends at b; "https://a.example/b_(c)" keeps its bracket. */
function withoutTrail(found: string): string {
  for (let address = found; ;) {
    const before = address;
    address = address.replace(TRAILING, '');
    for (const [open, close] of BRACKETS)
      if (address.endsWith(close) && count(address, close) > count(address, open)) address = address.slice(0, -1);
    if (address === before) return address;
  }
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function hrefOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password, href } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '' ? href : undefined;
}
