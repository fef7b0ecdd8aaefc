declare const brand: unique symbol;

/** A type that only its own parser can make: a `Brand<string, 'MachineId'>` is not any string. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
