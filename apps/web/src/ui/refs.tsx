import type { DiskRef, MachineRef } from '../api/types.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from './app-link.js';

export const MachineLink = ({ machine }: { machine: MachineRef }) => (
  <AppLink href={paths.machine(machine.id)}>{machine.computer}</AppLink>
);

/** Model, then firmware and serial in small; a link when the disk itself is known and not only its model. */
export function DiskLink({ disk }: { disk: DiskRef | null }) {
  if (!disk) return <span className="quiet">{strings.unknownDisk}</span>;
  const details = [disk.firmware, disk.serial].filter((item) => item !== null).join(' · ');
  return (
    <span className="two-lines">
      {disk.id ? <AppLink href={paths.disk(disk.id)}>{disk.model}</AppLink> : <span>{disk.model}</span>}
      {details && <code className="quiet">{details}</code>}
    </span>
  );
}
