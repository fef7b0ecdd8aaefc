/** "1. Do this. 2. Do that." */
const NUMBERED = /(?:^|\s)\d{1,2}[.)]\s+/;
const BULLET = /^\s*(?:[-*•]|\d{1,2}[.)])\s+/;
const SENTENCE_END = /(?<=[.!?])\s+(?=[A-Z"“])/;

/** An instruction as ordered steps: its lines, else its numbers, else its sentences. Never empty for a text with words. */
export function stepsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(BULLET, ''));
  const parts =
    lines.length > 1 ? lines : NUMBERED.test(text) ? text.split(new RegExp(NUMBERED, 'g')) : text.split(SENTENCE_END);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
