/**
 * JSON that PostgreSQL takes: jsonb knows neither U+0000 nor half a surrogate pair, and both can come from outside. What is
 * kept word for word is kept as bytes, in record_chunk.
 */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? plainText(inner) : inner));

/** The same for a text column. */
export const plainText = (text: string): string => text.replaceAll('\0', '').toWellFormed();
