/**
 * Ends a computation that was asked for something that does not exist, such as a probability of 1.2. Such a call is a bug of its caller:
 * numbers from outside pass through `observed`, `exposed` and their like, which answer with a Result.
 */
export function refuseUnless(holds: boolean, needs: string, ...given: readonly number[]): asserts holds {
  if (!holds) throw new RangeError(given.length > 0 ? `${needs}, not ${given.join(', ')}` : needs);
}
