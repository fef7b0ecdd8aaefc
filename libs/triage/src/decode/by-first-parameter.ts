import { type Decoder, type ParameterText, type ParameterTexts, plainTexts, text } from './reading.js';

/** The four texts that hold when parameter 1 has one value: what the value says, then the other three. */
export type Case = readonly [value: bigint, meaning: string, ...rest: [ParameterText, ParameterText, ParameterText]];

/** A decoder for a code whose first parameter says what the others are. A value that no case has gets plain texts. */
export function byFirstParameter(label: string, cases: readonly Case[]): Decoder {
  const byValue = new Map<bigint | undefined, ParameterTexts>(
    cases.map(([value, meaning, ...rest]) => [value, [text(label, meaning), ...rest]]),
  );
  const [, second, third, fourth] = plainTexts;
  const unknown: ParameterTexts = [text(label, 'A value that we do not know.'), second, third, fourth];
  return ([p1]) => ({ texts: byValue.get(p1) ?? unknown });
}
