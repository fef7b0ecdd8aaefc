import { link } from './markdown.js';

/** What readers know our sources as, by how the address begins. */
const TITLES: readonly (readonly [prefix: string, title: string])[] = [
  ['https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/', '[MS-ERREF]'],
  ['https://learn.microsoft.com/windows-hardware/drivers/debugger/kernel-mode-dump-files', 'Microsoft on dump files'],
  ['https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/', 'Microsoft on FsRtlNormalizeNtstatus'],
  ['https://learn.microsoft.com/windows/win32/api/nvme/', 'nvme.h'],
  ['https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage/event-id-51', 'Microsoft on event 51'],
  ['https://learn.microsoft.com/troubleshoot/windows-server/backup-and-storage/', 'Microsoft on disk errors'],
  ['https://learn.microsoft.com/troubleshoot/windows-client/performance/event-id-41', 'Microsoft on event 41'],
  ['https://learn.microsoft.com/archive/blogs/ntdebugging/interpreting-event-153', 'Microsoft on event 153'],
  ['https://learn.microsoft.com/archive/blogs/ntdebugging/understanding-storage', 'Microsoft on event 129'],
  ['https://learn.microsoft.com/windows-server/storage/storage-spaces/', 'Microsoft on Storage Spaces'],
  ['https://github.com/microsoft/Windows-driver-samples/', ''],
  ['https://github.com/microsoft/win32metadata/', ''],
  ['https://github.com/jdu2600/Windows10EtwEvents', 'event manifests'],
  ['https://devblogs.microsoft.com/oldnewthing/', 'The Old New Thing'],
  ['http://ftp.zx.net.nz/', 'KB 130801'],
  ['https://nvmexpress.org/', 'NVM Express'],
  ['https://www.t10.org/', 'T10'],
];

const fileName = (address: string): string => address.split('/').at(-1) || address;
const BUGCHECK_CODE = /bug-check-(0x[0-9a-f]+)/i;

/** Names a source in a few words: `Microsoft on bugcheck 0x7A`, `class.c`, `[MS-ERREF]`. */
export function sourceTitle(address: string): string {
  const code = BUGCHECK_CODE.exec(address)?.[1];
  if (code) return `Microsoft on bugcheck 0x${code.slice(2).toUpperCase()}`;
  return TITLES.find(([prefix]) => address.startsWith(prefix))?.[1] || fileName(address);
}

export const sourceLink = (address: string): string =>
  link(sourceTitle(address).replaceAll('[', '\\[').replaceAll(']', '\\]'), address);

/** Each address once. */
export const sourceLinks = (addresses: readonly string[]): string => [...new Set(addresses)].map(sourceLink).join(', ');
