import { decodeXmlBytes } from '@inpage/winevent';

/** Enough to tell text from anything else. Even, so that no unit of UTF-16 is cut. */
const SAMPLE_BYTES = 4096;
/** What no text has; tab, line ends, form feed, escape (colours of a terminal) and the end mark of DOS aside. */
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const BINARY = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\u007f]/;

/** Whether a person or a tool could have written these bytes as text, in UTF-8, UTF-16 or one of the old code pages. */
export function isText(bytes: Uint8Array): boolean {
  const sample = decodeText(bytes.subarray(0, SAMPLE_BYTES));
  return sample.trim() !== '' && !BINARY.test(sample);
}

/**
 * The text of these bytes. What is in an old code page comes out with U+FFFD for its letters; numbers and names of Windows
 * are ASCII and survive, and nothing else is read.
 */
export function decodeText(bytes: Uint8Array): string {
  const decoded = decodeXmlBytes(bytes);
  return decoded.ok ? decoded.value : new TextDecoder().decode(bytes);
}
