const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,8})|#x([0-9a-fA-F]{1,8})|(lt|gt|amp|quot|apos));/g;

/** Resolves numeric references and the five names that XML knows. Anything else stays as it stands. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name]!;
    return character(decimal === undefined ? parseInt(hex!, 16) : parseInt(decimal, 10)) ?? whole;
  });
}

function character(code: number): string | undefined {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || surrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
