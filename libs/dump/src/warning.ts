/** Why something is not in the result: the one list, with the sentence that a person reads. */
export const REASONS = {
  filler: 'Windows never set it.',
  'cut-off': 'The file ends before it.',
  'not-at-hand': 'Its bytes have not arrived or could not be read.',
  'not-in-this-dump': 'This dump does not carry it.',
  outside: 'Its place points outside the dump.',
  'not-written': 'Its bytes are all zero: they never reached the disk.',
  implausible: 'What stands there cannot be right.',
  'unknown-build': 'Where it lies in this build of Windows is not known.',
  unsupported: 'Not read for this architecture or kind of dump.',
  'too-many': 'There are more than Inpage reads; the rest was left out.',
  encrypted: 'The dump is encrypted behind its header.',
  placeholder: 'Windows writes a placeholder here; the parameters say what happened.',
  'no-module': 'No driver stands out on the stack.',
} as const;

export type Reason = keyof typeof REASONS;

/** One fact that is absent, shortened or doubtful. */
export interface DumpWarning {
  /** The field of the result, dotted: `crashTime`, `os.lab`, `storage`. */
  readonly field: string;
  readonly why: Reason;
  readonly text: string;
}

/** Collects the first warning of each field, so their number has an end whatever the file says. */
export class Warnings {
  readonly #byField = new Map<string, DumpWarning>();

  add(field: string, why: Reason): undefined {
    if (!this.#byField.has(field)) this.#byField.set(field, { field, why, text: REASONS[why] });
    return undefined;
  }

  has(field: string): boolean {
    return this.#byField.has(field);
  }

  /** Hands the value through, and notes why when there is none. */
  note<T>(field: string, value: T | undefined, why: Reason): T | undefined {
    if (value === undefined) this.add(field, why);
    return value;
  }

  list(): readonly DumpWarning[] {
    return [...this.#byField.values()];
  }
}
