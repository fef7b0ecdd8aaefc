import type { ByteView } from './byte-view.js';

/** Takes one value out of bytes, or nothing. */
export type Read<T> = (view: ByteView, at: number) => T | undefined;

export const u8: Read<number> = (view, at) => view.u8(at);
export const u16: Read<number> = (view, at) => view.u16(at);
export const u32: Read<number> = (view, at) => view.u32(at);
export const u64: Read<bigint> = (view, at) => view.u64(at);

/** A pointer or size of 32-bit Windows, widened without sign so that both kinds of dump give the same type. */
export const p32: Read<bigint> = (view, at) => {
  const value = view.u32(at);
  return value === undefined ? undefined : BigInt(value);
};

const PAGE = 0x4547_4150;
const PAGEPAGE = 0x4547_4150_4547_4150n;

/**
 * Windows fills the header with the letters PAGE before it sets fields, so these letters in a field say "never set". Readers
 * that do not know it print uptimes of 138,667,514 hours.
 */
export const unlessFiller =
  <T extends number | bigint>(read: Read<T>): Read<T> =>
  (view, at) => {
    const value = read(view, at);
    return value === PAGE || value === PAGEPAGE || value === BigInt(PAGE) ? undefined : value;
  };

export type Table = Readonly<Record<string, readonly [offset: number, read: Read<unknown>]>>;
export type Fields<T extends Table> = { -readonly [K in keyof T]: ReturnType<T[K][1]> };

/** A struct as a table that can be laid beside the header file; every field may come out `undefined`. */
export function layout<const T extends Table>(table: T): (view: ByteView, at?: number) => Fields<T> {
  const rows = Object.entries(table);
  return (view, at = 0) => {
    const fields: Record<string, unknown> = {};
    for (const [name, [offset, read]] of rows) fields[name] = read(view, at + offset);
    return fields as Fields<T>;
  };
}
