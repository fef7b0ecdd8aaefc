/** A member of an object that is to be written. */
export type Member = readonly [name: string, value: unknown];

/** JSON of members in their order; a name may repeat, which JSON.stringify cannot write. Whole numbers keep all digits. */
export const object = (members: readonly Member[]): string =>
  `{${members
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`)
    .join(',')}}`;

/** JSON that is written already. */
export class Raw {
  constructor(readonly text: string) {}
}

export function json(value: unknown): string {
  if (value instanceof Raw) return value.text;
  if (Array.isArray(value)) return `[${value.map(json).join(',')}]`;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
export const raw = (members: readonly Member[]): Raw => new Raw(object(members));
