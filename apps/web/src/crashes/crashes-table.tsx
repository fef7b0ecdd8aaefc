import type { CrashSummary } from '../api/types.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Breakable } from '../ui/breakable.js';
import { CauseBadge } from '../ui/cause-badge.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';
import { DiskLink, MachineLink } from '../ui/refs.js';

const said = strings.crashes.column;
type Key = 'stopped' | 'machine' | 'title' | 'cause' | 'disk' | 'grade';

const COLUMNS: readonly (Column<CrashSummary> & { readonly key: Key })[] = [
  {
    key: 'stopped',
    header: said.stopped,
    rowHeader: true,
    cell: (crash) => (
      <AppLink href={paths.crash(crash.id)}>
        <Moment at={crash.stoppedAt} absolute />
      </AppLink>
    ),
  },
  { key: 'machine', header: said.machine, cell: (crash) => <MachineLink machine={crash.machine} /> },
  {
    key: 'title',
    header: said.title,
    cell: (crash) => (
      <AppLink className="wrap" href={paths.group(crash.groupId)}>
        <Breakable text={crash.title} />
      </AppLink>
    ),
  },
  { key: 'cause', header: said.cause, cell: (crash) => <CauseBadge cause={crash.cause} /> },
  { key: 'disk', header: said.disk, minor: true, cell: (crash) => <DiskLink disk={crash.disk} /> },
  {
    key: 'grade',
    header: said.grade,
    minor: true,
    cell: (crash) => <abbr title={strings.grades[crash.grade]}>{crash.grade}</abbr>,
  },
];

interface CrashesTableProps {
  readonly caption: string;
  readonly crashes: readonly CrashSummary[];
  /** Columns that the page around the table says already. */
  readonly leave?: readonly Key[];
  readonly stale?: boolean;
}

export function CrashesTable({ caption, crashes, leave = [], stale }: CrashesTableProps) {
  const columns = COLUMNS.filter(({ key }) => !leave.includes(key));
  return <DataTable caption={caption} columns={columns} rows={crashes} rowKey={(crash) => crash.id} stale={stale} />;
}
