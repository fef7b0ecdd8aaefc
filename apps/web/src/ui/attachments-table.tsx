import type { Attachment } from '../api/types.js';
import { utcDay } from '../format/time.js';
import { strings } from '../strings.js';
import { DataTable, type Column } from './data-table.js';
import { DiskLink, MachineLink } from './refs.js';

const said = strings.machine;

const DISK: Column<Attachment> = {
  key: 'disk',
  header: strings.crash.disk,
  rowHeader: true,
  cell: ({ disk }) => <DiskLink disk={disk} />,
};
const MACHINE: Column<Attachment> = {
  key: 'machine',
  header: strings.crash.machine,
  rowHeader: true,
  cell: ({ machine }) => <MachineLink machine={machine} />,
};
const REST: readonly Column<Attachment>[] = [
  { key: 'number', header: said.number, align: 'end', cell: ({ number }) => number },
  { key: 'port', header: said.port, minor: true, cell: ({ port }) => port ?? strings.none },
  {
    key: 'role',
    header: said.role,
    cell: ({ isBoot, holdsPageFile }) =>
      [isBoot && said.boot, holdsPageFile && said.pageFile].filter(Boolean).join(', ') || strings.none,
  },
  {
    key: 'stack',
    header: strings.crash.stack,
    minor: true,
    cell: ({ driverStack }) => (
      <code className="wrap">{driverStack?.map(({ name }) => name).join(' › ') ?? strings.none}</code>
    ),
  },
  {
    key: 'seen',
    header: said.seen,
    cell: ({ firstSeenAt, lastSeenAt }) => (
      <span className="moment">
        {utcDay(firstSeenAt)} – {utcDay(lastSeenAt)}
      </span>
    ),
  },
];

/** "This disk was in this PC, on this port, from-to", seen from the one or from the other. */
export function AttachmentsTable({
  caption,
  attachments,
  of,
}: {
  caption: string;
  attachments: readonly Attachment[];
  of: 'machine' | 'disk';
}) {
  const columns = [of === 'machine' ? DISK : MACHINE, ...REST];
  const key = ({ machine, disk, firstSeenAt, number }: Attachment) =>
    `${machine.id} ${disk.id} ${number} ${firstSeenAt}`;
  return <DataTable caption={caption} columns={columns} rows={attachments} rowKey={key} />;
}
