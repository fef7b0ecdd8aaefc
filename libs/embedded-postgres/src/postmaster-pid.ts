/** The lines of `postmaster.pid` (PostgreSQL source: src/include/utils/pidfile.h). */
export interface PostmasterPid {
  readonly pid: number;
  readonly dataDir: string;
  readonly port: number;
  /** Folder of the Unix socket; empty where there is none. */
  readonly socketDir: string;
  /** `starting`, `stopping`, `ready` or `standby`; undefined while the file is half written. */
  readonly status: string | undefined;
}

const LINE = { pid: 0, dataDir: 1, port: 3, socketDir: 4, status: 7 } as const;

/** Reads `postmaster.pid`; a file that is empty or has no process id yet is `undefined`. */
export function parsePostmasterPid(text: string): PostmasterPid | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  // A single-user backend writes its id negated.
  const pid = Math.abs(Number(lines[LINE.pid]));
  if (!Number.isSafeInteger(pid) || pid === 0) return undefined;
  return {
    pid,
    dataDir: lines[LINE.dataDir] ?? '',
    port: Number(lines[LINE.port]) || 0,
    socketDir: lines[LINE.socketDir] ?? '',
    status: lines[LINE.status] || undefined,
  };
}

/** The same file with another process id in its first line. */
export const withPid = (text: string, pid: number): string => text.replace(/^[^\n]*/, String(pid));
