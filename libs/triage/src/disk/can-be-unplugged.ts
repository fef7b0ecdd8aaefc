import type { DiskFacts } from '../verdict.js';
import { isPluggableBus } from './bus-type.js';

/** Whether a hand can take the disk away while the machine runs. A bridge chip means a plug, also where the bus is not known. */
export const canBeUnplugged = (disk: DiskFacts | undefined): disk is DiskFacts =>
  disk !== undefined && !disk.virtual && (disk.removable || disk.bridged || isPluggableBus(disk.busType));
