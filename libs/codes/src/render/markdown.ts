/** Pieces of a Markdown page. Nothing here knows about codes. */

/** A sentence in a table cell: bars would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A place in a page that a link can name. */
export const anchor = (id: string): string => `<a id="${id}"></a>`;

export const link = (text: string, address: string): string => `[${text}](${address})`;

/** Sections with one empty line between them, and one line end at the end. */
export const page = (...sections: readonly string[]): string => `${sections.filter(Boolean).join('\n\n')}\n`;
