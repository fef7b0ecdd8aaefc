/** Tells whoever started the server what takes long. Used for whatever takes more than two seconds. */
export const progress = (sentence: string): void => void process.stderr.write(`  ${sentence}\n`);

const PATIENCE_MS = 2_000;
const AGAIN_MS = 5_000;

/** Does `work`; tells after two seconds, and every five from then on, that it is still going on. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const tell = () => progress(`${what} … ${Math.round((Date.now() - started) / 1000)} s`);
  let timer: NodeJS.Timeout = setTimeout(() => {
    tell();
    timer = setInterval(tell, AGAIN_MS);
  }, PATIENCE_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
