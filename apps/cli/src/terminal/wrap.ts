/** Columns that a character takes: East Asian wide ones take two. The ranges are those of Unicode's EastAsianWidth W and F. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

export const widthOf = (text: string): number => {
  let width = 0;
  for (const one of text) width += WIDE.test(one) ? 2 : 1;
  return width;
};

/** Breaks a paragraph into lines of at most `width` columns, between words; a word that is longer is broken itself. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => broken(one, width))) {
    if (line === '') line = word;
    else if (widthOf(line) + 1 + widthOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

function broken(word: string, width: number): string[] {
  if (word === '') return [];
  const pieces: string[] = [];
  let piece = '';
  for (const one of word) {
    if (widthOf(piece + one) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += one;
  }
  return [...pieces, piece];
}
