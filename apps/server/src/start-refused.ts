/** A start that cannot go on. The message is for the operator: what is the matter, and what to do about it. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
