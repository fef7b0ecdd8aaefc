import { styleText } from 'node:util';
import { harmless, inAscii } from '../terminal/plain-text.js';
import { widthOf, wrap } from '../terminal/wrap.js';

export type Style = Parameters<typeof styleText>[0];

export interface PaperSettings {
  readonly width: number;
  readonly colours: boolean;
  readonly unicode: boolean;
}

const INDENT = 2;
/** Values beside their labels begin here, so that the eye finds them. */
const LABEL_COLUMNS = 12;

/** A page for people, line by line. Everything that is put on it is made harmless, wrapped to the width, and coloured last. */
export class Paper {
  readonly #lines: string[] = [];

  constructor(private readonly settings: PaperSettings) {}

  get text(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }

  blank(): this {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
    return this;
  }

  /** Stands at the very left, so that stops are found when scrolling. */
  title(text: string): this {
    return this.blank().#put(text, { style: 'bold' });
  }

  heading(text: string): this {
    return this.blank().#put(text, { style: ['bold', 'underline'] });
  }

  /** One paragraph for each line of the text. Numbered lines hang behind their number. */
  prose(text: string, style?: Style): this {
    for (const line of text.split('\n')) {
      const [, number = ''] = /^(\d{1,2}\. )/.exec(line) ?? [];
      this.#put(line.slice(number.length), { indent: INDENT, label: number, style });
    }
    return this;
  }

  note(text: string): this {
    return this.#put(text, { indent: INDENT, style: 'dim' });
  }

  /** `Computer    pc-bad-ssd`; nothing where there is no value. */
  field(label: string, value: string | null | undefined, style?: Style, columns = LABEL_COLUMNS): this {
    if (value === null || value === undefined || value === '') return this;
    return this.#put(value, { indent: INDENT, label: label.padEnd(columns), style, labelStyle: 'dim' });
  }

  item(text: string): this {
    return this.#put(text, { indent: INDENT, label: '- ' });
  }

  #put(
    text: string,
    {
      indent = 0,
      label = '',
      style,
      labelStyle,
    }: { indent?: number; label?: string; style?: Style; labelStyle?: Style },
  ): this {
    const [clean, cleanLabel] = [this.#shown(text), this.#shown(label)];
    const hanging = indent + widthOf(cleanLabel);
    const lines = wrap(clean, Math.max(20, this.settings.width - hanging));
    lines.forEach((line, i) => {
      const before = i === 0 ? `${' '.repeat(indent)}${this.#styled(cleanLabel, labelStyle)}` : ' '.repeat(hanging);
      this.#lines.push(`${before}${this.#styled(line, style)}`.trimEnd());
    });
    return this;
  }

  #shown(text: string): string {
    const clean = harmless(text);
    return this.settings.unicode ? clean : inAscii(clean);
  }

  #styled(text: string, style: Style | undefined): string {
    return style === undefined || text === '' || !this.settings.colours
      ? text
      : styleText(style, text, { validateStream: false });
  }
}
