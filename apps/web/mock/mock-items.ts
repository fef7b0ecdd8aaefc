import type { Crash, Disk, DriverVersion } from '../src/api/types.js';
import type { Story } from './stories.js';

/** A crash with what the answers need to group it. */
export interface MockCrash extends Crash {
  readonly story: Story;
  readonly model: string | null;
}

export interface MockDisk extends Disk {
  readonly stack: readonly DriverVersion[];
}
