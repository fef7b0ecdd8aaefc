import { u16At, u64At, u8At } from '../event-binary.js';

/** What an NVMe drive reports about itself in its SMART / Health Information log page (02h). Counters are 64 of 128 bits. */
export interface NvmeHealth {
  /** Bit 0 spare low, 1 temperature, 2 reliability degraded, 3 read-only, 4 backup failed, 5 persistent memory. */
  readonly criticalWarning: number;
  /** `undefined` when the drive reports 0. */
  readonly temperatureKelvin?: number;
  readonly sparePercent: number;
  readonly spareThresholdPercent: number;
  /** Of the rated life; may exceed 100. */
  readonly usedPercent: number;
  /** Units of 1000 blocks of 512 bytes. */
  readonly dataUnitsRead: bigint;
  readonly dataUnitsWritten: bigint;
  readonly powerCycles: bigint;
  readonly powerOnHours: bigint;
  readonly unsafeShutdowns: bigint;
  readonly mediaErrors: bigint;
  /** Counts every failed command, damaged media or not. */
  readonly errorLogEntries: bigint;
}

const PAGE_DIGITS = 512 * 2;

/** Reads the log page in hex digits; `undefined` unless all 512 bytes are there. Source: NVM Express 1.4, 5.14.1.2; nvme.h. */
export function readNvmeHealth(hex: string | undefined): NvmeHealth | undefined {
  if (hex === undefined || hex.length < PAGE_DIGITS || !/^[0-9a-f]+$/i.test(hex.slice(0, PAGE_DIGITS)))
    return undefined;
  return {
    criticalWarning: u8At(hex, 0)!,
    temperatureKelvin: u16At(hex, 1) || undefined,
    sparePercent: u8At(hex, 3)!,
    spareThresholdPercent: u8At(hex, 4)!,
    usedPercent: u8At(hex, 5)!,
    dataUnitsRead: u64At(hex, 32)!,
    dataUnitsWritten: u64At(hex, 48)!,
    powerCycles: u64At(hex, 112)!,
    powerOnHours: u64At(hex, 128)!,
    unsafeShutdowns: u64At(hex, 144)!,
    mediaErrors: u64At(hex, 160)!,
    errorLogEntries: u64At(hex, 176)!,
  };
}
