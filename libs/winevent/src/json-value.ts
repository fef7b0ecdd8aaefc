/** What the tolerant reader makes of JSON: objects keep every entry in order, whole numbers beyond 2^53 are bigint. */
export type JsonValue = null | boolean | string | number | bigint | JsonObject | readonly JsonValue[];

/** Below it a short object is searched; above it an index is built once. */
const SEARCHED = 24;

/**
 * A JSON object whose names may repeat. osquery writes unnamed `<Data>` as `{"": "a", "": "b"}`, of which JSON.parse keeps
 * the last one only.
 */
export class JsonObject {
  #index: Map<string, unknown> | undefined;

  constructor(readonly entries: readonly (readonly [string, unknown])[]) {}

  /** The value of a name; of the last entry where the name repeats, as in JSON.parse. */
  get(name: string): unknown {
    if (this.entries.length > SEARCHED) return (this.#index ??= new Map(this.entries)).get(name);
    for (let i = this.entries.length - 1; i >= 0; i--) if (this.entries[i]![0] === name) return this.entries[i]![1];
    return undefined;
  }

  /** Whether the name is there with a value other than null. */
  has(name: string): boolean {
    return (this.get(name) ?? undefined) !== undefined;
  }
}

/** The object that a value is: of the tolerant reader, or one that JSON.parse or a protobuf decoder made. */
export function jsonObject(value: unknown): JsonObject | undefined {
  if (value instanceof JsonObject) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new JsonObject(Object.entries(value));
}

/** The members of a list, or none. */
export const jsonList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * The text of a value as an event's XML would print it. `undefined` for a list, an object, nothing, and for a number that a
 * double has rounded: from 2^53 on its low digits are not those that were sent.
 */
export function jsonText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
}
