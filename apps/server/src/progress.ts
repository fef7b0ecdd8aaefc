/** Tells whoever started the server what takes long. */
export const progress = (sentence: string): void => void process.stderr.write(`  ${sentence}\n`);
