import type { Terminal } from './terminal.js';

export interface FakeTerminal extends Terminal {
  readonly printed: () => string;
  readonly complained: () => string;
}

/** A terminal that remembers what was written to it. */
export function fakeTerminal(
  over: Partial<Terminal> & { readonly input?: readonly (string | Uint8Array)[] } = {},
): FakeTerminal {
  const [out, err]: [string[], string[]] = [[], []];
  return {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    async *stdin() {
      for (const piece of over.input ?? []) yield Buffer.from(piece as string);
    },
    stdinIsTty: false,
    hasColours: false,
    hasUnicode: true,
    ...over,
    printed: () => out.join(''),
    complained: () => err.join(''),
  };
}
