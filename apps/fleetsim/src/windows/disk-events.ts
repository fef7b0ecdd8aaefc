import { STATUS } from '../stops/status.js';
import type { Random } from '../random/random.js';
import { classic, QUALIFIERS, type WindowsEvent } from './event.js';
import { classErrorData, ioErrorPacket, type ClassError } from './io-error-packet.js';

/** SRB status of srb.h. */
export const SRB = {
  error: 0x04,
  noDevice: 0x08,
  timeout: 0x09,
  busReset: 0x0e,
  parityError: 0x0f,
  internalError: 0x30,
} as const;
const AUTOSENSE_VALID = 0x80;
/** Sense key MEDIUM ERROR, unrecovered read error. */
const UNRECOVERED_READ = [3, 0x11, 0] as const;
/** Where classpnp.sys writes from: bad block, hardware error, paging (class.c). */
const UNIQUE = { badBlock: 256, paging: 301 } as const;

const device = (disk: number): string => `\\Device\\Harddisk${disk}\\DR${disk}`;

const request = (random: Random): Pick<ClassError, 'lba' | 'blocks' | 'tickCount'> => ({
  lba: random.int(400_000_000) * 8,
  blocks: 8,
  tickCount: random.bits(25),
});

/** disk 7: the drive said that it cannot read a block. */
export const badBlock = (random: Random, atMs: number, disk: number): WindowsEvent =>
  classic({
    ...{ atMs, provider: 'disk', eventId: 7, qualifiers: QUALIFIERS.ioError, level: 2, data: [device(disk)] },
    binary: ioErrorPacket({
      ...{ majorFunction: 3, errorCode: 0xc004_0007, uniqueErrorValue: UNIQUE.badBlock, finalStatus: STATUS.dataError },
      dumpData: classErrorData({
        ...request(random),
        ...{
          paging: false,
          retried: false,
          srbStatus: SRB.error | AUTOSENSE_VALID,
          scsiStatus: 2,
          sense: UNRECOVERED_READ,
        },
      }),
    }),
  });

/** disk 51: an error on the paging path. `finalStatus` 0 says that it is being retried. */
export function pagingError(
  random: Random,
  atMs: number,
  disk: number,
  finalStatus: number,
  srbStatus: number,
): WindowsEvent {
  const sense =
    srbStatus === SRB.error ? { srbStatus: srbStatus | AUTOSENSE_VALID, scsiStatus: 2, sense: UNRECOVERED_READ } : {};
  const write = finalStatus === STATUS.insufficientResources;
  const dumpData = classErrorData({
    ...request(random),
    ...{ paging: true, retried: finalStatus === 0, srbStatus, write, internalStatus: finalStatus, ...sense },
  });
  return classic({
    ...{ atMs, provider: 'disk', eventId: 51, qualifiers: QUALIFIERS.ioWarning, level: 3, data: [device(disk)] },
    binary: ioErrorPacket({
      ...{
        majorFunction: write ? 4 : 3,
        errorCode: 0x8004_0033,
        uniqueErrorValue: UNIQUE.paging,
        finalStatus,
        dumpData,
      },
    }),
  });
}

/** DumpData of disk 153: nothing, ScsiStatus, SrbStatus, first byte of the CDB. */
const retryData = (srbStatus: number): Buffer => Buffer.from([0, 0, srbStatus, 0x28]);

/** disk 153: the class driver tried a request again. */
export const retriedRequest = (random: Random, atMs: number, disk: number, srbStatus: number): WindowsEvent =>
  classic({
    ...{ atMs, provider: 'disk', eventId: 153, qualifiers: QUALIFIERS.ioWarning, level: 3 },
    data: [device(disk), `0x${random.bits(29).toString(16)}`, String(disk), `\\Device\\000000${30 + random.int(60)}`],
    binary: ioErrorPacket({
      ...{ majorFunction: 0x0f, retryCount: 1, strings: 0x2c, errorCode: 0x8004_0099, dumpData: retryData(srbStatus) },
    }),
  });

/** Event 129 of the port driver: storport gave up waiting and reset the device. */
export const resetToDevice = (atMs: number, portDriver: string): WindowsEvent =>
  classic({
    ...{ atMs, provider: portDriver, eventId: 129, qualifiers: QUALIFIERS.ioWarning, level: 3 },
    data: ['\\Device\\RaidPort0', ''],
    binary: ioErrorPacket({ majorFunction: 0x0f, strings: 2, errorCode: 0x8004_0081, dumpData: Buffer.alloc(0x18) }),
  });

/** disk 158: two disks carry one identifier. Harmless, and some machines say it at every boot. */
export const sameIdentifiers = (atMs: number, disk: number): WindowsEvent =>
  classic({
    ...{ atMs, provider: 'disk', eventId: 158, qualifiers: QUALIFIERS.ioWarning, level: 3 },
    data: [device(disk), String(disk)],
    binary: ioErrorPacket({ majorFunction: 0, strings: 2, errorCode: 0x8004_009e }),
  });

/** srv 2019: an allocation from the nonpaged pool failed because it was empty. */
export const nonpagedPoolEmpty = (atMs: number): WindowsEvent =>
  classic({
    ...{
      atMs,
      provider: 'srv',
      eventId: 2019,
      qualifiers: QUALIFIERS.error,
      level: 2,
      data: ['\\Device\\LanmanServer'],
    },
    binary: ioErrorPacket({ majorFunction: 0, errorCode: 0xc000_07e3, finalStatus: STATUS.insufficientResources }),
  });
