/** NTSTATUS values of ntstatus.h that stops in this fleet carry. */
export const STATUS = {
  noSuchDevice: 0xc000_000e,
  insufficientResources: 0xc000_009a,
  dataError: 0xc000_009c,
  deviceNotConnected: 0xc000_009d,
  ioDeviceError: 0xc000_0185,
} as const;

/** `0xC0000185`, as the truth file and people write it. */
export const statusText = (status: number): string => `0x${status.toString(16).toUpperCase().padStart(8, '0')}`;

/** A status as 64-bit Windows prints it in a bugcheck parameter: sign-extended. */
export const signExtended = (status: number): bigint => BigInt.asUintN(64, BigInt(status | 0));
