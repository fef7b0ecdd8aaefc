import { srbStatus } from '@inpage/codes';
import type { ByteView } from '../bytes/byte-view.js';
import { dateOfFiletime, msOfTicks } from '../bytes/filetime.js';
import { layout, u32, u64, u8 } from '../bytes/layout.js';
import { ascii, fileName } from '../bytes/text.js';
import { commandName } from './request-name.js';

/** How a request to a disk ended, as far as StorPort had noted it. */
export type StorageOutcome = 'succeeded' | 'failed' | 'outstanding' | 'unclear';

export interface StorageCommand {
  readonly outcome: StorageOutcome;
  /** Operation code of the CDB; Windows zeroes the address of the blocks. */
  readonly opcode: number;
  /** `WRITE(10)`, or what the request was when it carried no SCSI command: `FLUSH`. */
  readonly name?: string;
  readonly startedAt?: Date;
  /** From issue to completion; in steps of the clock's tick, 1 to 16 ms. */
  readonly durationMs?: number;
  /** From issue to the crash, for a request that was still under way. */
  readonly ageMs?: number;
  readonly srbStatus: number;
  /** As in srb.h, without `SRB_STATUS_`. */
  readonly srbStatusName?: string;
  readonly srbTag: number;
}

/** StorPort's last requests, at most 66, over all disks: which disk one went to is not recorded. */
export interface StorageHistory {
  /** `storport.sys`. */
  readonly driver?: string;
  readonly recorded: number;
  readonly succeeded: number;
  /** Issued and not answered when the PC stopped, newest first. */
  readonly outstanding: readonly StorageCommand[];
  /** Age of the oldest of them. */
  readonly oldestOutstandingMs?: number;
  readonly failed: readonly StorageCommand[];
  /** Neither answered well, nor failed, nor under way: states that nobody has described. */
  readonly unclear: number;
  /** The answered request that took longest. */
  readonly slowest?: StorageCommand;
  /** The time that the records span. */
  readonly from?: Date;
  readonly to?: Date;
}

/**
 * DEVICEDUMP_STORAGESTACK_PUBLIC_DUMP of ntddstor.h, packed. What its fields hold was observed in 53 real dumps, none of which
 * had a failed request: that a failure stands there as the SRB status of srb.h is concluded, not seen.
 */
const readHead = layout({ signature: [0x00, u32], count: [0x20, u32] });
const readRecord = layout({
  opcode: [0x00, u8],
  srbFunction: [0x10, u8],
  start: [0x20, u64],
  end: [0x28, u64],
  status: [0x30, u32],
  tag: [0x38, u32],
});

/** `DSTP`, in this order in the file. */
const SIGNATURE = 0x5054_5344;
const DRIVER_AT = 0x10;
const DRIVER_BYTES = 16;
const RECORDS_AT = 0x24;
const RECORD_BYTES = 60;
const MOST_RECORDS = 66;

const PENDING = 0x00;
const SUCCESS = 0x01;
const ISSUED = 0x20;
const STATUS_BITS = 0x3f;
const ONE_SECOND = 10_000_000n;

type Record_ = ReturnType<typeof readRecord>;

/** @param crashTime FILETIME of the crash; without it nothing has an age. Nothing is returned when this is no such structure. */
export function readStorageHistory(view: ByteView, crashTime: bigint | undefined): StorageHistory | undefined {
  const { signature, count } = readHead(view);
  if (signature !== SIGNATURE || count === undefined) return undefined;
  const fits = Math.floor(Math.max(0, view.length - RECORDS_AT) / RECORD_BYTES);
  const commands = Array.from({ length: Math.min(count, MOST_RECORDS, fits) }, (_, i) =>
    commandOf(readRecord(view, RECORDS_AT + i * RECORD_BYTES), crashTime),
  );
  return { driver: fileName(ascii(view, DRIVER_AT, DRIVER_BYTES) ?? ''), ...summary(commands) };
}

function summary(commands: readonly StorageCommand[]): Omit<StorageHistory, 'driver'> {
  const of = (outcome: StorageOutcome) => commands.filter((command) => command.outcome === outcome);
  const outstanding = of('outstanding');
  const times = commands.flatMap(({ startedAt }) => startedAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  return {
    recorded: commands.length,
    succeeded: of('succeeded').length,
    outstanding,
    oldestOutstandingMs: longest(outstanding, 'ageMs')?.ageMs,
    failed: of('failed'),
    unclear: of('unclear').length,
    slowest: longest(commands, 'durationMs'),
    from: times[0],
    to: times.at(-1),
  };
}

function longest(commands: readonly StorageCommand[], by: 'ageMs' | 'durationMs'): StorageCommand | undefined {
  return commands.reduce<StorageCommand | undefined>(
    (most, command) => ((command[by] ?? -1) > (most?.[by] ?? -1) ? command : most),
    undefined,
  );
}

function commandOf(
  { opcode, srbFunction, start, end, status, tag }: Record_,
  crashTime: bigint | undefined,
): StorageCommand {
  const outcome = outcomeOf(status!, end!);
  const { value, name } = srbStatus(status!);
  // Neither time may be later than the crash; one second is left for clocks that were just being set.
  const sane = start! > 0n && (crashTime === undefined || start! <= crashTime + ONE_SECOND);
  const startedAt = sane ? dateOfFiletime(start!) : undefined;
  const measured =
    startedAt !== undefined && end! >= start! && (crashTime === undefined || end! <= crashTime + ONE_SECOND);
  const aged = startedAt !== undefined && outcome === 'outstanding' && crashTime !== undefined;
  return {
    outcome,
    opcode: opcode!,
    name: commandName(opcode!, srbFunction!),
    startedAt,
    durationMs: measured ? msOfTicks(end! - start!) : undefined,
    ageMs: aged ? Math.max(0, msOfTicks(crashTime - start!)) : undefined,
    srbStatus: value,
    srbStatusName: outcome === 'outstanding' ? undefined : name,
    srbTag: tag!,
  };
}

/**
 * 0x20 without an end is a request that was issued and not answered; 0 without an end is one that carries no data and waits.
 * With an end, both say something that was never seen. The two flag bits of an SRB status are taken off.
 */
function outcomeOf(status: number, end: bigint): StorageOutcome {
  const value = status & STATUS_BITS;
  if (value === SUCCESS) return 'succeeded';
  if (value !== PENDING && value !== ISSUED) return 'failed';
  return end === 0n ? 'outstanding' : 'unclear';
}
