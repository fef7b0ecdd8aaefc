import { miniportOf } from '../stack/storage-drivers.js';
import type { CrashFacts } from '../verdict.js';

const HIDES_THE_DISK: ReadonlySet<string> = new Set(['virtual', 'network']);

/** Whether a host, a pool or a network stands between Windows and the physical disk: inventory or the miniport says so. */
export const behindVirtualLayer = ({ disk, driverStack }: Pick<CrashFacts, 'disk' | 'driverStack'>): boolean =>
  disk?.virtual === true || HIDES_THE_DISK.has(miniportOf(driverStack)?.kind ?? '');
