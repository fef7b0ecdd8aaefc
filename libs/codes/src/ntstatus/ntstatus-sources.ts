/** Where a statement about an NTSTATUS comes from, by the short name that the table uses. */
export const NT_STATUS_SOURCES = {
  'ms-erref': 'https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55',
  'sdk-header':
    'https://github.com/microsoft/win32metadata/blob/d0f36303/generation/WinSDK/RecompiledIdlHeaders/shared/ntstatus.h',
  classpnp: 'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/class.c',
  'classpnp-retry':
    'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class/classpnp/src/retry.c',
  storahci: 'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/miniports/storahci/src/common.c',
  'bugcheck-77':
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x77--kernel-stack-inpage-error',
  'bugcheck-7a':
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0x7a--kernel-data-inpage-error',
  'bugcheck-c0000221':
    'https://learn.microsoft.com/windows-hardware/drivers/debugger/bug-check-0xc0000221--status-image-checksum-mismatch',
  'in-page-error': 'https://devblogs.microsoft.com/oldnewthing/20120608-00/?p=7423',
  'kb-130801': 'http://ftp.zx.net.nz/pub/mirror/ftp.microsoft.com/MISC/KB/en-us/130/801.HTM',
  'fsrtl-normalize': 'https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-fsrtlnormalizentstatus',
  'disk-errors':
    'https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage/troubleshoot-data-corruption-and-disk-errors',
} as const;

export type NtStatusSource = keyof typeof NT_STATUS_SOURCES;
