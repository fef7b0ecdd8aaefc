import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.js';
import type { GroupDisk, GroupMachine } from '../api/types.js';
import { count } from '../format/number.js';
import { paths } from '../paths.js';
import { strings } from '../strings.js';
import { AppLink } from '../ui/app-link.js';
import { Card } from '../ui/card.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Moment } from '../ui/moment.js';
import { DiskLink, MachineLink } from '../ui/refs.js';
import { Empty, Loaded } from '../ui/states.js';

const said = strings.group;
const head = strings.groups.column;

const machineColumns = (group: string): readonly Column<GroupMachine>[] => [
  {
    key: 'machine',
    header: strings.crash.machine,
    rowHeader: true,
    cell: ({ machine, manufacturer, model }) => (
      <span className="two-lines">
        <MachineLink machine={machine} />
        <span className="quiet">{[manufacturer, model].filter(Boolean).join(' ')}</span>
      </span>
    ),
  },
  {
    key: 'crashes',
    header: head.crashes,
    align: 'end',
    cell: ({ machine, crashes }) => (
      <AppLink href={paths.crashes({ group, machine: machine.id, days: 365 })}>{count(crashes)}</AppLink>
    ),
  },
  { key: 'last', header: head.last, cell: ({ lastCrashAt }) => <Moment at={lastCrashAt} /> },
];

const diskColumns = (group: string): readonly Column<GroupDisk>[] => [
  { key: 'disk', header: strings.crash.disk, rowHeader: true, cell: ({ disk }) => <DiskLink disk={disk} /> },
  {
    key: 'crashes',
    header: head.crashes,
    align: 'end',
    cell: ({ disk, crashes }) =>
      disk.id ? (
        <AppLink href={paths.crashes({ group, disk: disk.id, days: 365 })}>{count(crashes)}</AppLink>
      ) : (
        count(crashes)
      ),
  },
  { key: 'last', header: head.last, cell: ({ lastCrashAt }) => <Moment at={lastCrashAt} /> },
];

export function GroupMachines({ id }: { id: string }) {
  const query = useQuery(queries.groupMachines(id));
  return (
    <Card title={said.machines} id="machines" flush hint={more(query.data)}>
      <Loaded query={query}>
        {({ items }) => (
          <DataTable
            caption={said.machines}
            columns={machineColumns(id)}
            rows={items}
            rowKey={({ machine }) => machine.id}
          />
        )}
      </Loaded>
    </Card>
  );
}

export function GroupDisks({ id }: { id: string }) {
  const query = useQuery(queries.groupDisks(id));
  return (
    <Card title={said.disks} id="disks" flush hint={more(query.data)}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={said.noDisks} />
          ) : (
            <DataTable
              caption={said.disks}
              columns={diskColumns(id)}
              rows={items}
              rowKey={({ disk }) => disk.id ?? disk.model}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

const more = (page: { items: unknown[]; nextCursor: string | null } | undefined) =>
  page?.nextCursor ? said.firstRows(count(page.items.length)) : undefined;
