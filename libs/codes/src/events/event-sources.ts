const samples = 'https://github.com/microsoft/Windows-driver-samples/blob/26a27df8/storage/class';
const guides = 'https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage';
const blog = 'https://learn.microsoft.com/archive/blogs/ntdebugging';

/** Where a statement about an event comes from, by the short name that the tables use. */
export const EVENT_SOURCES = {
  /** Ids and message texts of driver events. */
  ntiologc:
    'https://github.com/microsoft/win32metadata/blob/d0f36303/generation/WinSDK/RecompiledIdlHeaders/shared/ntiologc.h',
  classpnp: `${samples}/classpnp/src/class.c`,
  'disk-driver': `${samples}/disk/src/disk.c`,
  'disk-wmi': `${samples}/disk/src/diskwmi.c`,
  guidance: `${guides}/troubleshoot-data-corruption-and-disk-errors`,
  'event-51': `${guides}/event-id-51-information`,
  timeouts: `${blog}/understanding-storage-timeouts-and-event-129-errors`,
  'event-153': `${blog}/interpreting-event-153-errors`,
  'event-41': 'https://learn.microsoft.com/troubleshoot/windows-client/performance/event-id-41-restart',
  'dump-files': 'https://learn.microsoft.com/windows-hardware/drivers/debugger/kernel-mode-dump-files',
  'storage-spaces': 'https://learn.microsoft.com/windows-server/storage/storage-spaces/storage-spaces-states',
  /** Names of events and of their fields, from Windows 10 1511 to Windows 11. */
  manifests: 'https://github.com/jdu2600/Windows10EtwEvents',
} as const;

export type EventSource = keyof typeof EVENT_SOURCES;
