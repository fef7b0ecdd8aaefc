/** Where the statements about SCSI come from. The numbers and names are T10's; the sentences are ours. */
export const SCSI_SOURCES = {
  /** Status codes and sense keys: SPC-5 and SAM-5, as T10 lists them. */
  keys: 'https://www.t10.org/lists/2sensekey.htm',
  status: 'https://www.t10.org/lists/2status.htm',
  additional: 'https://www.t10.org/lists/asc-num.htm',
  /** What Windows makes of it: ClassInterpretSenseInfo. */
  classpnp: 'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c',
} as const;
