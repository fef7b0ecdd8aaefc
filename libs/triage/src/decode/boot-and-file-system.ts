import { type Decoder, reserved, text } from './reading.js';
import { describeStatus, isErrorStatus, isSurelyStatus, recordedStatus, statusOf } from './status-parameter.js';

/** Bugcheck 0xED UNMOUNTABLE_BOOT_VOLUME. Source: Microsoft's page on it. */
export const decodeUnmountableBootVolume: Decoder = (parameters) => {
  const recorded = recordedStatus(parameters);
  return {
    ...recorded,
    layout: 'ED',
    texts: [
      text('Device object', 'The boot volume.'),
      text('Status', describeStatus(parameters[1])),
      reserved,
      reserved,
    ],
  };
};

/**
 * Bugcheck 0x7B INACCESSIBLE_BOOT_DEVICE. Microsoft's page says that parameters 2 to 4 are zero; crashes in the field carry
 * an NTSTATUS in parameter 2 (0xC0000034 and 0xC000000E were seen), so one that is there is read.
 */
export const decodeInaccessibleBootDevice: Decoder = ([, p2]) => ({
  status: p2 !== undefined && isErrorStatus(p2) ? statusOf(p2) : undefined,
  texts: [
    text(
      'Name or device object',
      'Address of the name of the boot device, or of the device object that was not mounted.',
    ),
    text('Status', p2 ? describeStatus(p2) : 'Documented as zero; newer stops carry an NTSTATUS here.'),
    reserved,
    reserved,
  ],
});

/**
 * Bugcheck 0x24 NTFS_FILE_SYSTEM. Source: Microsoft's page on it. Without an exception record, crashes in the field carry
 * an NTSTATUS in parameter 3; it is read only when it is one that the table has and that cannot be an address.
 */
export const decodeNtfsFileSystem: Decoder = ([p1, , p3]) => {
  const carriesStatus = p3 !== undefined && isSurelyStatus(p3);
  return {
    status: carriesStatus ? statusOf(p3) : undefined,
    texts: [
      text('Place in the source', placeInSource(p1)),
      text('Exception record', 'Its address, when the exception filter of NTFS is on the stack.'),
      carriesStatus
        ? text('Status', describeStatus(p3))
        : text('Context record', 'Its address, when the exception filter of NTFS is on the stack.'),
      reserved,
    ],
  };
};

/** The high word of the low half is the file, the low word the line. */
function placeInSource(p1: bigint | undefined): string {
  if (p1 === undefined) return 'Not recorded.';
  return `Source file 0x${(p1 >> 16n).toString(16)}, line ${p1 & 0xffffn} of the NTFS driver.`;
}
