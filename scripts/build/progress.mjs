const SILENT_MS = 2_000;
const EVERY_MS = 10_000;

/**
 * Does the work and shows that it is still at it when it takes longer than two seconds: on a terminal as one line that
 * counts ("Installing packages … 12 s"), elsewhere as a line every ten seconds.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @param {{ write(text: string): unknown, isTTY?: boolean }} [out]
 * @returns {Promise<T>}
 */
export async function withProgress(what, work, out = process.stderr) {
  const started = Date.now();
  const line = () => `${what} … ${Math.round((Date.now() - started) / 1000)} s`;
  const tell = () => out.write(out.isTTY ? `\r\x1b[K${line()}` : `${line()}\n`);
  let told = false;
  /** @type {NodeJS.Timeout | undefined} */
  let every;
  const first = setTimeout(() => {
    told = true;
    tell();
    every = setInterval(tell, out.isTTY ? 1_000 : EVERY_MS);
  }, SILENT_MS);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(every);
    if (told) out.write(out.isTTY ? `\r\x1b[K${line()}\n` : `${line().replace(' …', ':')}\n`);
  }
}
