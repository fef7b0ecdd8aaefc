/** Told what takes longer than two seconds, again every five seconds: one sentence such as `Creating the database … 7 s`. */
export type OnProgress = (sentence: string) => void;

const SILENT_MS = 2_000;
const EVERY_MS = 5_000;

/** Does the work and says that it is still at it when it takes long. */
export async function withProgress<T>(
  what: string,
  onProgress: OnProgress | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const started = Date.now();
  const tell = () => onProgress?.(`${what} … ${Math.round((Date.now() - started) / 1000)} s`);
  let every: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    tell();
    every = setInterval(tell, EVERY_MS);
  }, SILENT_MS);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(every);
  }
}
