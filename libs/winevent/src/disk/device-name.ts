import type { DiskFacts } from './disk-event.js';

const DISK = /^\\Device\\Harddisk(\d{1,5})\\D(?:R(\d{1,5}))?$/i;
const PORT = /^\\Device\\(?:RaidPort|ScsiPort|Ide\\IdePort|Ide\\PciIde\d+Channel)(\d{1,5})$/i;
const VOLUME = /^(?:[A-Z]:\\?|\\Device\\HarddiskVolume\d{1,5}|\\\\\?\\Volume\{[^}]{1,60}\}\\?)$/i;

/** Whether a name is that of an adapter and not of a disk. */
export const isPortName = (name: string | undefined): boolean => name !== undefined && PORT.test(name.trim());
export const isVolumeName = (name: string | undefined): boolean => name !== undefined && VOLUME.test(name.trim());

/**
 * What the name of a device object says: `\Device\Harddisk1\DR3` is disk 1 at its fourth arrival, `\Device\RaidPort0` an
 * adapter. Windows XP cuts the name to `\Device\Harddisk0\D`.
 */
export function readDeviceName(
  name: string | undefined,
): Pick<DiskFacts, 'device' | 'diskNumber' | 'arrival' | 'portNumber'> {
  const device = name?.trim() || undefined;
  const disk = DISK.exec(device ?? '');
  const port = PORT.exec(device ?? '');
  return {
    device,
    diskNumber: disk ? Number(disk[1]) : undefined,
    arrival: disk?.[2] === undefined ? undefined : Number(disk[2]),
    portNumber: port ? Number(port[1]) : undefined,
  };
}
