import type { CrashRecord } from '@inpage/contracts';

/** A disk and a driver as a crash record carries them. */
export type DiskFactsOnWire = NonNullable<CrashRecord['disk']>;
export type DriverOnWire = NonNullable<CrashRecord['driverStack']>[number];
