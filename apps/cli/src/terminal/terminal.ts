/** Where a command writes to and reads from, and what can be shown there. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Bytes of standard input, as they come. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Whether a person would have to type the input. */
  readonly stdinIsTty: boolean;
  /** Of the window; `undefined` where the output goes to a file or a pipe. */
  readonly columns?: number;
  readonly hasColours: boolean;
  /** Whether anything but ASCII arrives as it was written. */
  readonly hasUnicode: boolean;
}

/** The terminal of this process. A reader who has seen enough (`| head`) is no fault. */
export function thisTerminal(): Terminal {
  const { stdout, stderr, stdin, env, platform } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    stdin: () => stdin as AsyncIterable<Uint8Array>,
    stdinIsTty: stdin.isTTY === true,
    columns: stdout.columns,
    hasColours: wantsColours(env, stdout.isTTY === true && stdout.hasColors()),
    hasUnicode: showsUnicode(env, platform, stdout.isTTY === true),
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** https://no-color.org: any value that is not empty says no. FORCE_COLOR is what Node knows beside it. */
export function wantsColours(env: Environment, isAble: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  return forced === undefined ? isAble : forced !== '0' && forced !== 'false';
}

/**
 * A console of Windows shows every character that Node writes to it; what is piped is read in a code page that nobody knows. Elsewhere
 * the locale says it (POSIX, "Environment Variables", 8.2: LC_ALL before LC_CTYPE before LANG).
 */
export function showsUnicode(env: Environment, platform: NodeJS.Platform, isTty: boolean): boolean {
  if (platform === 'win32') return isTty;
  return /utf-?8/i.test(env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '');
}
