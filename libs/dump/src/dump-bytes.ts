import type { ByteSource } from './bytes/byte-source.js';
import { ByteView } from './bytes/byte-view.js';
import type { Warnings } from './warning.js';

/** The part of a dump that offsets may point into, and the one way to take bytes from it. */
export class DumpBytes {
  /** @param end Offsets at or behind it are outside: what follows is secondary data or somebody's old disk content. */
  constructor(
    private readonly source: ByteSource,
    readonly warnings: Warnings,
    private readonly end: number,
  ) {}

  /**
   * The bytes at a place that the file itself names. Never more than `most`, whatever the file asks for; shorter, with a
   * warning, where they end; nothing, with a warning, where there are none.
   */
  region(field: string, offset: number | undefined, length: number | undefined, most: number): ByteView | undefined {
    if (offset === undefined || length === undefined) return this.warnings.add(field, 'cut-off');
    if (offset === 0 || length === 0) return this.warnings.add(field, 'not-in-this-dump');
    if (offset >= this.end) return this.warnings.add(field, 'outside');
    if (offset >= this.source.size) return this.warnings.add(field, 'cut-off');
    if (length > most) this.warnings.add(field, 'too-many');
    const wanted = Math.min(length, most);
    const bytes = this.source.slice(offset, Math.min(wanted, this.end - offset));
    if (bytes.length < wanted) this.warnings.add(field, this.#whyShort(offset + wanted));
    return bytes.length === 0 ? undefined : new ByteView(bytes);
  }

  #whyShort(to: number) {
    if (to > this.source.size) return 'cut-off';
    return to > this.end ? 'outside' : 'not-at-hand';
  }
}
