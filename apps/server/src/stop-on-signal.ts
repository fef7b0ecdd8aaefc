/** npm and other wrappers pass on a signal that the terminal sent to everybody already: an echo is not impatience. */
const ECHO_MS = 1_500;

/**
 * Ends the process in order on Ctrl-C and on SIGTERM: first what takes requests, last the database. Asked again after a
 * moment it ends at once, and the next start recovers. The answer tells whether anybody asked.
 */
export function stopOnSignal(stop: () => Promise<void>): () => boolean {
  let askedAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (askedAt !== undefined && Date.now() - askedAt > ECHO_MS) process.exit(1);
    if (askedAt !== undefined) return;
    askedAt = Date.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`Stopping after ${signal} failed:`, error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return () => askedAt !== undefined;
}
