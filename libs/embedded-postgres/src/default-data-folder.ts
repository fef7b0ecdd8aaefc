import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where Inpage keeps its data when `INPAGE_DATA` does not say: `/var/lib/inpage` for root (Filesystem Hierarchy Standard),
 * the XDG data folder for ordinary users, and the usual places of macOS and Windows.
 */
export function defaultDataFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  isRoot: boolean = process.getuid?.() === 0,
): string {
  if (platform === 'win32') return win32.join(env.LOCALAPPDATA || win32.join(home(env), 'AppData', 'Local'), 'inpage');
  if (isRoot) return '/var/lib/inpage';
  if (platform === 'darwin') return posix.join(home(env), 'Library', 'Application Support', 'inpage');
  return posix.join(env.XDG_DATA_HOME || posix.join(home(env), '.local', 'share'), 'inpage');
}

const home = (env: Environment): string => env.HOME || env.USERPROFILE || homedir();
